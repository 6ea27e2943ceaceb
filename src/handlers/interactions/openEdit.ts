import { beginFlow } from '../../flows/beginFlow';
import { editFlow } from '../../flows/edit/editFlow';
import { formOf } from '../../flows/number/formOf';
import { onNumber } from './onNumber';

/** **Edit** on a number's card: opens the modal with what is stored, the key apart. */
export const openEdit = onNumber(async ({ scene, responder }, number) => {
  const { viewId, modal } = await beginFlow(editFlow, scene, { digits: number.digits, form: formOf(number) });
  return responder.openModalViewResponse({ id: viewId, ...modal });
});
