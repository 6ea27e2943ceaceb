import mime from 'mime';
import { lookUp } from '../core/text';

/** The MIME type for arbitrary bytes. */
export const ANY_BYTES = 'application/octet-stream';

/** Other names of types, used by phones, browsers and older programs → the name of WhatsApp and the registry. */
const aliases: Readonly<Record<string, string>> = {
  'application/csv': 'text/csv',
  'application/x-pdf': 'application/pdf',
  'application/x-zip-compressed': 'application/zip',
  'audio/aacp': 'audio/aac',
  'audio/amr-nb': 'audio/amr',
  'audio/m4a': 'audio/mp4',
  'audio/mp3': 'audio/mpeg',
  'audio/mpeg3': 'audio/mpeg',
  'audio/mpg': 'audio/mpeg',
  'audio/opus': 'audio/ogg',
  'audio/vnd.wave': 'audio/wav',
  'audio/wave': 'audio/wav',
  'audio/x-aac': 'audio/aac',
  'audio/x-flac': 'audio/flac',
  'audio/x-hx-aac-adts': 'audio/aac',
  'audio/x-m4a': 'audio/mp4',
  'audio/x-mp3': 'audio/mpeg',
  'audio/x-mpeg': 'audio/mpeg',
  'audio/x-wav': 'audio/wav',
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-citrix-jpeg': 'image/jpeg',
  'image/x-citrix-png': 'image/png',
  'image/x-png': 'image/png',
  'text/x-vcard': 'text/vcard',
  'text/directory': 'text/vcard',
  'video/3gp': 'video/3gpp',
  'video/x-m4v': 'video/mp4',
};

/** Common extensions of types for which the registry lists another one first. */
const usualEndings: Readonly<Record<string, string>> = {
  'audio/aac': 'aac',
  'audio/amr': 'amr',
  'audio/flac': 'flac',
  'audio/mpeg': 'mp3',
  'audio/ogg': 'ogg',
  'audio/wav': 'wav',
  'video/quicktime': 'mov',
};

/** A MIME type in lower case and without parameters such as `; codecs=opus`. */
export function bareMimeType(mimeType: string): string {
  return (mimeType.split(';')[0] ?? '').trim().toLowerCase();
}

/**
 * A MIME type as WhatsApp writes it: lower case, without parameters, under its usual name. `IMAGE/JPG` becomes
 * `image/jpeg`, and `audio/ogg; codecs=opus` becomes `audio/ogg`. Empty without a type.
 */
export function plainMimeType(mimeType: string | undefined): string {
  const bare = bareMimeType(mimeType ?? '');
  return lookUp(aliases, bare) ?? bare;
}

/** The type of a file by the extension of its name; empty for an unknown extension. */
export function typeOfName(name: string): string {
  return plainMimeType(mime.getType(name) ?? undefined);
}

/**
 * The type of a file: the given one or, if that is general, the one of its name's extension. Plain, from
 * `plainMimeType`.
 */
export function typeOfFile(mimeType: string | undefined, filename = ''): string {
  const told = plainMimeType(mimeType);
  return told === '' || told === ANY_BYTES ? typeOfName(filename) || ANY_BYTES : told;
}

/** The file extension of a MIME type, without its dot; undefined for a type without one. */
export function endingOf(mimeType: string): string | undefined {
  const type = plainMimeType(mimeType);
  return type === '' || type === ANY_BYTES ? undefined : (usualEndings[type] ?? mime.getExtension(type) ?? undefined);
}
