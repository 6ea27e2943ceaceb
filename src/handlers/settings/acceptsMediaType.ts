import { bareMimeType } from '../whatsapp/mimeTypes';

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
