import { beginFlow } from '../../flows/beginFlow';
import { connectFlow } from '../../flows/connect/connectFlow';
import { adminsOnly } from './adminsOnly';

/** **Connect WhatsApp Number**: opens the modal. */
export const openConnect = adminsOnly(async ({ scene, responder }) => {
  const { viewId, modal } = await beginFlow(connectFlow, scene, undefined);
  return responder.openModalViewResponse({ id: viewId, ...modal });
});
