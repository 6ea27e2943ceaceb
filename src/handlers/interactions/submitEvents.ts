import type { FlowEvent } from '../../flows/Flow';
import { readNumberForm } from './readNumberForm';

/** What submitting a journey's view means to its machine, from the values of the view's fields. */
export const submitEvents: Readonly<Record<string, (state: unknown) => FlowEvent>> = {
  connect: (state) => ({ type: 'SUBMIT', form: readNumberForm(state) }),
  edit: (state) => ({ type: 'SUBMIT', form: readNumberForm(state) }),
  disconnect: () => ({ type: 'CONFIRM' }),
};
