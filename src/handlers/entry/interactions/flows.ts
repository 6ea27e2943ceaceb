import { bulkTemplateFlow } from '../../../flows/bulkTemplate/bulkTemplateFlow';
import { connectFlow } from '../../../flows/connectFlow';
import { disconnectFlow } from '../../../flows/disconnectFlow';
import { doctorFlow } from '../../../flows/doctorFlow';
import { editFlow } from '../../../flows/editFlow';
import type { Flow } from '../../../flows/Flow';
import { sendTemplateFlow } from '../../../flows/sendTemplate/sendTemplateFlow';

/** The journeys that are played in views, by the id that their stored positions carry. */
export const flows: Readonly<Record<string, Flow>> = {
  [connectFlow.id]: connectFlow,
  [editFlow.id]: editFlow,
  [disconnectFlow.id]: disconnectFlow,
  [doctorFlow.id]: doctorFlow,
  [sendTemplateFlow.id]: sendTemplateFlow,
  [bulkTemplateFlow.id]: bulkTemplateFlow,
};
