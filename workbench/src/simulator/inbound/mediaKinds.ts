import type { JsonObject } from '../json';
import { objectOf } from '../json';
import { mediaUrl, storeMedia } from '../media/storeMedia';
import { sampleFiles } from '../samples/sampleFiles';
import { contextOf } from './contextOf';
import type { InboundKind, InboundRequest } from './InboundKind';

type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** A kind whose message is one media object, filled from the given file or a sample. */
function media(type: MediaType, words: Pick<InboundKind, 'title' | 'description' | 'example'>): InboundKind {
  return {
    ...words,
    build: (request) => ({
      item: { ...contextOf(request), type, [type]: mediaObject(request, type, objectOf(request.message[type])) },
    }),
  };
}

function mediaObject(request: InboundRequest, type: MediaType, given: JsonObject): JsonObject {
  const { simulator, number } = request;
  const { bytes, mimeType, filename } = request.file ?? sampleOf(type, given);
  const stored = storeMedia(simulator, {
    phoneNumber: number.phoneNumber,
    origin: 'received',
    mimeType,
    filename,
    bytes,
  });
  return {
    ...(type === 'document' && filename !== undefined && { filename }),
    mime_type: mimeType,
    sha256: Buffer.from(stored.sha256, 'hex').toString('base64'),
    id: stored.id,
    ...(simulator.switches.current().mediaUrls === 'on' && { url: mediaUrl(simulator, stored.id, 'webhook') }),
    ...(type === 'audio' && { voice: false }),
    ...(type === 'sticker' && { animated: false }),
    ...given,
  };
}

function sampleOf(type: MediaType, given: JsonObject): NonNullable<InboundRequest['file']> {
  const variant = given.voice === true ? 'voice' : given.animated === true ? 'animation' : type;
  const sample = sampleFiles[variant] ?? sampleFiles.image;
  if (!sample) throw new Error(`there is no sample file for ${variant}`);
  return { bytes: sample.create(), mimeType: sample.mimeType, filename: sample.filename };
}

export const image = media('image', {
  title: 'Photo',
  description: 'A photo, by `file` or a sample, with an optional caption.',
  example: { type: 'image', image: { caption: 'This is how it arrived' } },
});

export const video = media('video', {
  title: 'Video',
  description: 'A video, by `file` or a sample, with an optional caption.',
  example: { type: 'video', video: { caption: 'Look' } },
});

export const audio = media('audio', {
  title: 'Audio',
  description: 'A music file; `voice: true` makes it a voice note.',
  example: { type: 'audio' },
});

export const voice: InboundKind = {
  title: 'Voice note',
  description: 'Audio with `voice: true`, Opus in Ogg.',
  example: { type: 'voice' },
  build: (request) =>
    audio.build({
      ...request,
      message: {
        ...request.message,
        type: 'audio',
        audio: { ...objectOf(request.message.audio), ...objectOf(request.message.voice), voice: true },
      },
    }),
};

export const document = media('document', {
  title: 'Document',
  description: 'Any file; a file name and a caption may come with it.',
  example: { type: 'document', document: { caption: 'The invoice' } },
});

export const sticker = media('sticker', {
  title: 'Sticker',
  description: 'A WebP of 512 × 512; `animated: true` for a moving one.',
  example: { type: 'sticker', sticker: { animated: true } },
});

export const mediaError: InboundKind = {
  title: 'Media that did not arrive',
  description: 'The customer sent a file that Meta could not fetch (131052).',
  example: { type: 'media-error' },
  build: () => ({
    item: {
      errors: [
        {
          code: 131052,
          title: 'Media download error',
          message: 'Media download error',
          error_data: { details: 'Unable to download the media sent by the user.' },
        },
      ],
      type: 'unsupported',
    },
  }),
};
