import type { TestWorkbench } from './TestWorkbench';

/** Sends the template `ticket_update` of the demo number about a ticket, as a program does. @param waId of the customer */
export async function sendTicket(
  workbench: TestWorkbench,
  number: string,
  waId: string,
  ticket: string,
): Promise<void> {
  const parameters = [
    { type: 'text', parameter_name: 'customer_name', text: 'Ana' },
    { type: 'text', parameter_name: 'ticket_id', text: ticket },
  ];
  const template = { name: 'ticket_update', language: { code: 'en' }, components: [{ type: 'body', parameters }] };
  const path = workbench.privateUrl('templateMessage').slice(workbench.url.length);
  const request = { phoneNumbers: [waId], connectedWhatsAppNo: number, template, results: 'detailed' };
  await workbench.http.request('POST', path, request);
}
