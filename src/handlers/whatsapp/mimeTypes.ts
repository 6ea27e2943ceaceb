import mime from 'mime';

/** The MIME type that says nothing about a file. */
export const ANY_BYTES = 'application/octet-stream';

/** Other names of types, as phones, browsers and older programs write them → the name that WhatsApp and the registry have. */
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

/** Endings that people know, where the registry's first one is another. */
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
 * A MIME type as WhatsApp writes it: lower case, without parameters, under its usual name. `IMAGE/JPG` is `image/jpeg`,
 * `audio/ogg; codecs=opus` is `audio/ogg`. Empty where there is none.
 */
export function plainMimeType(mimeType: string | undefined): string {
  const bare = bareMimeType(mimeType ?? '');
  return Object.hasOwn(aliases, bare) ? (aliases[bare] ?? bare) : bare;
}

/** The type that a file's name stands for; empty where its ending stands for none. */
export function typeOfName(name: string): string {
  return plainMimeType(mime.getType(name) ?? undefined);
}

/**
 * What kind of file it is: the type that is told, or, where that says nothing, the one that its name stands for. Plain,
 * as `plainMimeType` makes it.
 */
export function typeOfFile(mimeType: string | undefined, filename = ''): string {
  const told = plainMimeType(mimeType);
  return told === '' || told === ANY_BYTES ? typeOfName(filename) || ANY_BYTES : told;
}

/** The ending of file names for a MIME type, without its dot; undefined for a type that has none. */
export function endingOf(mimeType: string): string | undefined {
  const type = plainMimeType(mimeType);
  return type === '' || type === ANY_BYTES ? undefined : (usualEndings[type] ?? mime.getExtension(type) ?? undefined);
}
