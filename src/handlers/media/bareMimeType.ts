/** A MIME type without its parameters: `audio/ogg; codecs=opus` is `audio/ogg`. Empty where there is none. */
export function bareMimeType(mimeType: string | undefined): string {
  return ((mimeType ?? '').split(';')[0] ?? '').trim().toLowerCase();
}
