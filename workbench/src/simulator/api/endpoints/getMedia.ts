import { metaError } from '../../errors/metaError';
import { objectMissing } from '../../errors/objectMissing';
import { mediaUrl } from '../../media/mediaUrl';
import { isMediaId } from '../../media/isMediaId';
import { ownMedia } from '../../media/ownMedia';
import { withMediaBlock } from '../../media/withMediaBlock';
import { blockedPath } from '../blockedPath';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /{media-id}`: a fresh URL for five minutes, and what is known about the file (`sha256` in hex). */
export const getMedia: Endpoint = (simulator, { number, params: { id = '' } }) => {
  if (!isMediaId(id)) return blockedPath(simulator, `/${id}`);
  return withMediaBlock(simulator, number, () => {
    const media = ownMedia(simulator, number, id);
    if (!media) return metaError(objectMissing('get', id));
    return ok({
      url: mediaUrl(simulator, id),
      mime_type: media.mimeType,
      sha256: media.sha256,
      file_size: media.size,
      id,
      messaging_product: 'whatsapp',
    });
  });
};
