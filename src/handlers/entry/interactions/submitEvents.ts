import type { FlowEvent } from '../../../flows/Flow';
import { readNumberForm } from './readNumberForm';
import { readTemplateForm } from './readTemplateForm';
import type { SubmittedView } from './SubmittedView';

/** The event for the machine when a journey's view is submitted, from the view and the journey's context. */
export const submitEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  connect: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  edit: (view, context) => ({ type: 'SUBMIT', form: readNumberForm(view, context) }),
  disconnect: () => ({ type: 'CONFIRM' }),
  'send-template': (view, context) => ({ type: 'SUBMIT', typed: readTemplateForm(view, context) }),
  'bulk-template': (view, context) => ({ type: 'SUBMIT', typed: readTemplateForm(view, context) }),
};

/** The event for the machine when a journey's view is closed and the typed text is kept. Other journeys are deleted. */
export const closeEvents: Readonly<Record<string, (view: SubmittedView, context: unknown) => FlowEvent>> = {
  'send-template': (view, context) => ({ type: 'LEAVE', typed: readTemplateForm(view, context) }),
  'bulk-template': () => ({ type: 'LEAVE' }),
};
