const MEGABYTE = 1024 * 1024;

interface MediaType {
  /** Singular, as Meta's failed statuses name it. */
  label: string;
  /** Without parameters; undefined: any. */
  mimeTypes?: readonly string[];
  maxBytes: number;
}

/**
 * What WhatsApp takes for a message of each media type.
 * Source: developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media
 */
export const mediaTypes: Record<string, MediaType> = {
  image: { label: 'Image', mimeTypes: ['image/jpeg', 'image/png'], maxBytes: 5 * MEGABYTE },
  video: { label: 'Video', mimeTypes: ['video/3gpp', 'video/mp4'], maxBytes: 16 * MEGABYTE },
  audio: {
    label: 'Audio',
    mimeTypes: ['audio/aac', 'audio/amr', 'audio/mp4', 'audio/mpeg', 'audio/ogg', 'audio/opus'],
    maxBytes: 16 * MEGABYTE,
  },
  document: { label: 'Document', maxBytes: 100 * MEGABYTE },
  sticker: { label: 'Sticker', mimeTypes: ['image/webp'], maxBytes: 500 * 1024 },
};
