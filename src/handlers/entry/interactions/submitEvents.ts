import type { FlowEvent } from '../../../flows/Flow';
import { readNumberForm } from './readNumberForm';
import { readTemplateForm } from './readTemplateForm';
import type { SubmittedView } from './SubmittedView';

/** What submitting a journey's view means to its machine, from the view and what the journey knows. */
export const submitEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  connect: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  edit: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  disconnect: () => ({ type: 'CONFIRM' }),
  'send-template': (view, context) => ({ type: 'SUBMIT', typed: readTemplateForm(view, context) }),
  'bulk-template': (view, context) => ({ type: 'SUBMIT', typed: readTemplateForm(view, context) }),
};

/** What closing a journey's view means to its machine, where what was typed is kept; the others are forgotten. */
export const closeEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  'send-template': (view, context) => ({ type: 'LEAVE', typed: readTemplateForm(view, context) }),
  'bulk-template': () => ({ type: 'LEAVE' }),
};
