import { sayToUser } from '../../flows/sayToUser';
import { fetchAgain } from '../media/fetchAgain';
import { findUnfetched } from '../records/unfetched';
import type { PressHandler } from './Press';

/** **Try again** on the card of a file that could not be fetched; everybody who sees the conversation may press it. */
export const fetchMedia: PressHandler = async ({ scene, value, message, responder }) => {
  const [unfetched] = value.wamid ? await findUnfetched(scene.host, value.wamid) : [];
  if (unfetched) {
    await sayToUser(scene, scene.t('media:fetching'));
    // Not awaited: a file may take longer than the client waits.
    void fetchAgain(scene, unfetched, message);
  } else {
    await sayToUser(scene, scene.t('media:notWaiting'));
  }
  return responder.successResponse();
};
