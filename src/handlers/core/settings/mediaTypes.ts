import { bareMimeType } from '../../whatsapp/mimeTypes';
import type { Result } from '../errors/Result';

/** A top-level type of the IANA registry, then a subtype or all of them. Parameters do not belong into a pattern. */
const PATTERN =
  /^(application|audio|font|haptics|image|message|model|multipart|text|video)\/(\*|[a-z0-9][a-z0-9!#$&^_.+-]*)$/;

/** Reads a comma-separated list of media types such as `image/*, application/pdf`; an empty one, or `*`, accepts everything. */
export function readMediaTypes(text: string): Result<string[]> {
  const patterns = text
    .split(',')
    .map((pattern) => pattern.trim().toLowerCase())
    .filter((pattern) => pattern !== '')
    .map((pattern) => (pattern === '*' ? '*/*' : pattern));
  const unknown = patterns.filter((pattern) => pattern !== '*/*' && !PATTERN.test(pattern));
  return unknown.length === 0
    ? { ok: true, value: patterns }
    : { ok: false, error: { key: 'errors:settingMediaTypeUnknown', params: { value: unknown.join(', ') } } };
}

/**
 * Whether a file may pass.
 * @param patterns as `AppSettings.acceptedMediaTypes` has them; an empty list accepts everything
 * @param mimeType of the file, parameters such as `; codecs=opus` included
 */
export function acceptsMediaType(patterns: readonly string[], mimeType: string): boolean {
  const type = bareMimeType(mimeType);
  const family = `${type.split('/')[0] ?? ''}/*`;
  return patterns.length === 0 || patterns.some((pattern) => ['*/*', type, family].includes(pattern));
}
