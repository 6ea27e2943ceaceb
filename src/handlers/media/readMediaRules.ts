import type { Host } from '../Host';
import { acceptsMediaType } from '../settings/acceptsMediaType';
import type { MediaRules } from './MediaRules';

/** Which files may pass, as the settings say at the moment. */
export async function readMediaRules({ memory: { settings } }: Host): Promise<MediaRules> {
  const enabled = await settings.get('fileUploadsEnabled');
  const maxSize = await settings.get('maxFileUploadSize');
  const patterns = await settings.get('acceptedMediaTypes');
  return { enabled, maxSize, accepts: (mimeType) => acceptsMediaType(patterns, mimeType) };
}
