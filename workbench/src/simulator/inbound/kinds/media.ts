import { objectOf } from '../../json/objectOf';
import type { JsonObject } from '../../json/JsonObject';
import { mediaUrl } from '../../media/mediaUrl';
import { storeMedia } from '../../media/storeMedia';
import { sampleFiles } from '../../samples/sampleFiles';
import { contextOf } from '../contextOf';
import type { InboundKind } from '../InboundKind';
import type { InboundRequest } from '../InboundRequest';

type MediaType = 'image' | 'video' | 'audio' | 'document' | 'sticker';

/** A kind whose message is one media object, filled from the given file or a sample. */
export function media(type: MediaType, words: Pick<InboundKind, 'title' | 'description' | 'example'>): InboundKind {
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
