const MB = 1024 * 1024;

/** What WhatsApp shows as more than a file, and up to which size (Meta: supported media types). */
const shown: readonly { type: 'image' | 'video' | 'audio'; mimeTypes: readonly string[]; most: number }[] = [
  { type: 'image', mimeTypes: ['image/jpeg', 'image/png'], most: 5 * MB },
  { type: 'video', mimeTypes: ['video/mp4', 'video/3gpp'], most: 16 * MB },
  {
    type: 'audio',
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'],
    most: 16 * MB,
  },
];

/** The kind of WhatsApp message for a file; whatever WhatsApp would refuse as a picture, film or sound is a document. */
export function mediaTypeOf(mimeType: string, bytes: number): 'image' | 'video' | 'audio' | 'document' {
  const bare = (mimeType.split(';')[0] ?? '').trim().toLowerCase();
  return shown.find(({ mimeTypes, most }) => mimeTypes.includes(bare) && bytes <= most)?.type ?? 'document';
}
