import type { IUIKitResponse } from '@rocket.chat/apps-engine/definition/uikit';
import { sayToUser } from '../../../flows/sayToUser';
import type { FailedDownload } from '../../inbound/media/failedDownloads';
import { fetchAgain } from '../../inbound/media/fetchAgain';
import type { Press } from './Press';

/** **Try again** on the card of a file that could not be fetched: it comes into its own conversation. */
export async function fetchMedia({ scene, responder }: Press, download: FailedDownload): Promise<IUIKitResponse> {
  await sayToUser(scene, scene.t('media:fetching'));
  // Not awaited: a file may take longer than the client waits.
  void fetchAgain({ host: scene.host, t: scene.t, say: (text) => sayToUser(scene, text) }, download);
  return responder.successResponse();
}
