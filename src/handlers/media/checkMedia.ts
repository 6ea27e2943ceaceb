import type { Problem } from '../errors/Problem';
import type { Translate } from '../translation/Translate';
import type { MediaRules } from './MediaRules';
import { showSize } from './showSize';
import { ANY_BYTES, typeOfFile } from './typeOfFile';

/** What is known of a file so far. */
interface MediaFacts {
  mimeType?: string;
  filename?: string;
  /** Bytes; known last. */
  size?: number;
}

/**
 * Why the app's settings do not let a file pass, by what is known of it. A type that WhatsApp has not told yet is not
 * held against it; one that is unknown when the size is known is of no accepted type.
 */
export function checkMedia(
  { mimeType, filename, size }: MediaFacts,
  { enabled, maxSize, accepts }: MediaRules,
  t: Translate,
): Problem | undefined {
  if (!enabled) {
    return { key: 'media:uploadsOff' };
  }
  const type = typeOfFile(mimeType, filename);
  if ((size !== undefined || type !== ANY_BYTES) && !accepts(type)) {
    return { key: 'media:typeRefused', params: { type } };
  }
  return size !== undefined && size > maxSize
    ? { key: 'media:tooLarge', params: { size: showSize(size, t), limit: showSize(maxSize, t) } }
    : undefined;
}
