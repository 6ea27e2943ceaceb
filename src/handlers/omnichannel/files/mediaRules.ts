import { AppError } from '../../core/errors/AppError';
import type { Problem } from '../../core/errors/AppError';
import type { Host } from '../../core/Host';
import { weights } from '../../core/sandbox';
import { acceptsMediaType } from '../../core/settings/settingSchemas';
import type { Translate } from '../../core/translator';
import { plainMimeType } from '../../whatsapp/mimeTypes';

/** Which files of customers and agents the app's settings allow. */
interface MediaRules {
  enabled: boolean;
  /** Bytes; Infinity without a limit. */
  maxSize: number;
  accepts: (mimeType: string) => boolean;
}

/** Makes the rules from the settings. An admin may use another name of a type, such as `audio/x-m4a`. */
export async function readMediaRules({ memory: { settings } }: Host): Promise<MediaRules> {
  const enabled = await settings.get('fileUploadsEnabled');
  const maxSize = await settings.get('maxFileUploadSize');
  const patterns = await settings.get('acceptedMediaTypes');
  const plain = patterns.map(plainMimeType);
  return { enabled, maxSize, accepts: (mimeType) => acceptsMediaType(plain, plainMimeType(mimeType)) };
}

/** The known facts about a file. A missing fact breaks no rule. */
interface MediaFacts {
  /** Plain MIME type (`plainMimeType`). */
  type?: string;
  /** Bytes. */
  size?: number;
}

/** Why the settings forbid a file, judged by its known facts; undefined when they allow it. */
export function checkMedia(
  { type, size }: MediaFacts,
  { enabled, maxSize, accepts }: MediaRules,
  t: Translate,
): Problem | undefined {
  if (!enabled) {
    return { key: 'media:uploadsOff' };
  }
  if (type !== undefined && !accepts(type)) {
    return { key: 'media:typeRefused', params: { type } };
  }
  return size !== undefined && size > maxSize
    ? { key: 'media:tooLarge', params: { size: showSize(size, t), limit: showSize(maxSize, t) } }
    : undefined;
}

/**
 * The error of a file that is too heavy for the engine and cannot be uploaded to the workspace's own address.
 *
 * @param size bytes
 * @param details the answer at the workspace's own address; undefined when nobody answers there
 */
export function tooHeavy(size: number, t: Translate, details?: string): AppError {
  const sizes = { size: showSize(size, t), limit: showSize(weights.mostByEngine, t) };
  const problem =
    details === undefined
      ? { key: 'media:tooHeavy', params: sizes }
      : { key: 'media:tooHeavyRefused', params: { ...sizes, details } };
  return new AppError({ kind: 'unreachable', retry: 'no', ...problem });
}

const KILO = 1024;

/** A number of bytes in readable form, such as `3 MB`. */
export function showSize(bytes: number, t: Translate): string {
  const kilobytes = bytes / KILO;
  return kilobytes < KILO
    ? t('media:kilobytes', { size: Math.max(1, Math.round(kilobytes)) })
    : t('media:megabytes', { size: Math.round((kilobytes / KILO) * 10) / 10 });
}
