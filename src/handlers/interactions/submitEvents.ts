import type { FlowEvent } from '../../flows/Flow';
import { readNumberForm } from './readNumberForm';
import type { SubmittedView } from './SubmittedView';

/** What submitting a journey's view means to its machine, from the view and what the journey knows. */
export const submitEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  connect: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  edit: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  disconnect: () => ({ type: 'CONFIRM' }),
};
