import type { FlowEvent } from '../../flows/Flow';
import { readNumberForm } from './readNumberForm';

/** What submitting a journey's view means to its machine, from the values of the view's fields and what it showed. */
export const submitEvents: Readonly<Record<string, (state: unknown, context: unknown) => FlowEvent>> = {
  connect: (state, context) => ({ type: 'SUBMIT', form: readNumberForm(state, context) }),
  edit: (state, context) => ({ type: 'SUBMIT', form: readNumberForm(state, context) }),
  disconnect: () => ({ type: 'CONFIRM' }),
};
