import { sayToUser } from '../../flows/sayToUser';
import { fetchAgain } from '../media/fetchAgain';
import { findUnfetched } from '../records/unfetched';
import { isAgent } from './isAgent';
import type { PressHandler } from './Press';

/**
 * **Try again** on the card of a file that could not be fetched; every agent may press it. A client may name any message
 * as the card: only our own is taken away.
 */
export const fetchMedia: PressHandler = async ({ scene, value, message, responder }) => {
  if (!isAgent(scene.user)) {
    return responder.successResponse();
  }
  const [unfetched] = value.wamid ? await findUnfetched(scene.host, value.wamid) : [];
  if (unfetched) {
    await sayToUser(scene, scene.t('media:fetching'));
    const { id } = await scene.host.memory.appUser.get(scene.host);
    // Not awaited: a file may take longer than the client waits.
    void fetchAgain(scene, unfetched, message?.sender.id === id ? message : undefined);
  } else {
    await sayToUser(scene, scene.t('media:notWaiting'));
  }
  return responder.successResponse();
};
