import type { HttpAnswer } from './HttpClient';
import { faultsOfTemplateMessage } from './openApi';
import type { SimulatedPhone } from './SimulatedPhone';
import type { PhoneMessage } from './SimulatorDocuments';
import type { TestWorkbench } from './TestWorkbench';
import { named } from './wrongTemplateRequests';

// `POST templateMessage` about a ticket, whose number a test finds its message by.

const TICKET = { name: 'ticket_update', language: { code: 'en', policy: 'deterministic' } };

interface Answer {
  success: boolean;
  error?: string;
  invalidContacts?: string[];
  results?: { phoneNumber: string; status: string; msId?: string; error?: string }[];
}

/** Asks, and holds the request and its answer to `docs/openapi.yaml`. */
export async function askForTemplate(
  workbench: TestWorkbench,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<HttpAnswer<Answer>> {
  const path = workbench.privateUrl('templateMessage').slice(workbench.url.length);
  const answer = await workbench.http.request<Answer>('POST', path, body, headers);
  expect(faultsOfTemplateMessage(body, answer)).toEqual([]);
  return answer;
}

/** A request that is right, from this number to these people. */
export const aboutTicket = (number: string, ticket: string, ...phoneNumbers: string[]) => ({
  phoneNumbers,
  connectedWhatsAppNo: number,
  template: { ...TICKET, components: named('Ana', ticket) },
});

/** Resolves when a phone shows the template about a ticket. */
export function getsTicket(phone: SimulatedPhone, number: string, ticket: string): Promise<PhoneMessage> {
  return phone.receive(
    number,
    ({ message }) => message.type === 'template' && JSON.stringify(message).includes(`"${ticket}"`),
  );
}
