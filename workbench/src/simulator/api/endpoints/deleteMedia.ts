import { metaError } from '../../errors/metaError';
import { isMediaId } from '../../media/isMediaId';
import { ownMedia } from '../../media/ownMedia';
import { blockedPath } from '../blockedPath';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `DELETE /{media-id}` */
export const deleteMedia: Endpoint = (simulator, { number, params: { id = '' } }) => {
  if (!isMediaId(id)) return blockedPath(simulator, `/${id}`);
  if (!ownMedia(simulator, number, id)) return metaError({ code: 100, message: 'Invalid post_id parameter' });
  simulator.store.media.remove(id);
  simulator.store.mediaFiles.remove(id);
  return ok({ success: true });
};
