import { sayToUser } from '../../flows/sayToUser';
import { fetchAgain } from '../media/fetchAgain';
import { findUnfetched } from '../records/unfetched';
import { isAgent } from './isAgent';
import type { PressHandler } from './Press';

/** **Try again** on the card of a file that could not be fetched, for every agent: it comes into its own conversation. */
export const fetchMedia: PressHandler = async ({ scene, value, responder }) => {
  const { host, t } = scene;
  if (!value.wamid || !isAgent(scene.user)) {
    return responder.successResponse();
  }
  const [unfetched] = await findUnfetched(host, value.wamid);
  await sayToUser(scene, t(unfetched ? 'media:fetching' : 'media:notWaiting'));
  if (unfetched) {
    // Not awaited: a file may take longer than the client waits.
    void fetchAgain(scene, unfetched);
  }
  return responder.successResponse();
};
