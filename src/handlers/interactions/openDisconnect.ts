import { beginFlow } from '../../flows/beginFlow';
import { disconnectFlow } from '../../flows/disconnect/disconnectFlow';
import { onNumber } from './onNumber';

/** **Disconnect** on a number's card: asks first. */
export const openDisconnect = onNumber(async ({ scene, responder }, { digits }) => {
  const { viewId, modal } = await beginFlow(disconnectFlow, scene, { digits });
  return responder.openModalViewResponse({ id: viewId, ...modal });
});
