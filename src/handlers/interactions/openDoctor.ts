import { beginFlow } from '../../flows/beginFlow';
import { doctorFlow } from '../../flows/doctor/doctorFlow';
import { onNumber } from './onNumber';

/** **Doctor** on a number's card: examines it. */
export const openDoctor = onNumber(async ({ scene, responder }, { digits }) => {
  const { viewId, modal } = await beginFlow(doctorFlow, scene, { digits });
  return responder.openModalViewResponse({ id: viewId, ...modal });
});
