import mime from 'mime';
import { bareMimeType } from './bareMimeType';
import { ANY_BYTES } from './typeOfFile';

/** Endings that people know, where the registry's first one is another. */
const usual: Readonly<Record<string, string>> = {
  'audio/aac': 'aac',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'video/quicktime': 'mov',
};

/** The ending of file names for a MIME type, without its dot; undefined for a type that has none. */
export function endingOf(mimeType: string): string | undefined {
  const type = bareMimeType(mimeType);
  return type === '' || type === ANY_BYTES ? undefined : (usual[type] ?? mime.getExtension(type) ?? undefined);
}
