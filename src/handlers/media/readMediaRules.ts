import type { Host } from '../Host';
import { acceptsMediaType } from '../settings/acceptsMediaType';
import { plainMimeType } from '../whatsapp/mimeTypes';
import type { MediaRules } from './MediaRules';

/** Which files may pass, as the settings say at the moment. An admin may write another name of a type, as `audio/x-m4a`. */
export async function readMediaRules({ memory: { settings } }: Host): Promise<MediaRules> {
  const enabled = await settings.get('fileUploadsEnabled');
  const maxSize = await settings.get('maxFileUploadSize');
  const patterns = await settings.get('acceptedMediaTypes');
  const plain = patterns.map(plainMimeType);
  return { enabled, maxSize, accepts: (mimeType) => acceptsMediaType(plain, plainMimeType(mimeType)) };
}
