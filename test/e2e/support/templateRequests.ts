import type { HttpAnswer } from './clients/HttpClient';
import { faultsOfTemplateMessage } from './clients/openApi';
import type { PhoneMessage, SimulatedPhone } from './clients/SimulatorClient';
import type { TestWorkbench } from './instances/TestWorkbench';
import { waitFor } from './waitFor';

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

/** A ticket's two values, by their names. */
const named = (customer: string, ticket: string) => [
  {
    type: 'body',
    parameters: [
      { type: 'text', parameter_name: 'customer_name', text: customer },
      { type: 'text', parameter_name: 'ticket_id', text: ticket },
    ],
  },
];

/** Requests of `POST templateMessage` that are refused, each with the text of the contract. @param right one that is not */
export function wrongTemplateRequests(right: () => object): [string, () => unknown, string][] {
  const but = (changes: object) => ({ ...right(), ...changes });
  const template = (components: object[], name = 'ticket_update', language = 'en') =>
    but({ template: { name, language: { code: language }, components } });
  return [
    ['no phones', () => but({ phoneNumbers: undefined }), 'Error! Missing "phoneNumbers" field within the request'],
    [
      'too many phones',
      () => but({ phoneNumbers: Array.from({ length: 251 }, (_, at) => `+55119555${10_000 + at}`) }),
      'Too many phone numbers! Please make sure that phoneNumbers are <= 250',
    ],
    ['an agent who is none', () => but({ targetAgent: 'abc98' }), 'No Agent found with username abc98'],
    ['a user who is no agent', () => but({ targetAgent: 'rocket.cat' }), 'No Agent found with username rocket.cat'],
    [
      'a department that is none',
      () => but({ targetDepartment: 'SalesDepartment' }),
      'No Department found with id/Name SalesDepartment',
    ],
    [
      'no sender',
      () => but({ connectedWhatsAppNo: undefined }),
      'Error! Missing "connectedWhatsAppNo" field within the request',
    ],
    [
      'a sender that is no phone',
      () => but({ connectedWhatsAppNo: '12' }),
      'Connected WhatsApp Number (connectedWhatsAppNo) i.e. 12 is not a valid WhatsApp contact. Contact Status is invalid',
    ],
    [
      'a sender that is not connected',
      () => but({ connectedWhatsAppNo: '4915123456789' }),
      'Error! Connected WhatsApp Number (connectedWhatsAppNo) i.e. 4915123456789 has not been registered yet on Rocket.Chat. Please goto #omnichannel-whatsapp-cloud-api-setup channel and connect this WhatsApp number first there before sending this request again.',
    ],
    ['no template', () => but({ template: undefined }), 'Error! Missing "template" field within the request'],
    [
      'a template without a name',
      () => but({ template: { language: 'en' } }),
      'Error! Missing "template.name" field within the request',
    ],
    [
      'a template without a language',
      () => but({ template: { name: 'ticket_update' } }),
      'Error! Missing "template.language" field within the request',
    ],
    [
      'a language without a code',
      () => but({ template: { name: 'ticket_update', language: { policy: 'deterministic' } } }),
      'Error! Missing "template.language" field within the request',
    ],
    [
      'a parameter too few',
      () => template([{ type: 'body', parameters: [{ type: 'text', parameter_name: 'customer_name', text: 'Ana' }] }]),
      'Error! The template does not fit: components: body takes 2 parameters, not 1',
    ],
    [
      'a parameter of another name',
      () =>
        template([
          {
            type: 'BODY',
            parameters: [
              ...named('Ana', '1')[0]!.parameters.slice(0, 1),
              { type: 'text', parameter_name: 'no', text: '1' },
            ],
          },
        ]),
      'Error! The template does not fit: components: body has no parameter with "parameter_name" ticket_id',
    ],
    [
      'a value with a line break',
      () => template(named('A\nB', '1')),
      'Error! The template does not fit: components: body.customer_name has a line break, a tab or more than three spaces in a row',
    ],
    [
      'another header than the template has',
      () =>
        template(
          [{ type: 'header', parameters: [{ type: 'image', image: { link: 'https://example.com/a.jpg' } }] }],
          'receipt',
          'en_US',
        ),
      'Error! The template does not fit: components: header needs a parameter of the type document, not image; components: body takes 2 parameters, not 0',
    ],
    ['a template that does not exist', () => template([], 'nothing_like_it'), 'does not exist'],
    ['a template that is paused', () => template([], 'daily_offer', 'en_US'), 'cannot be sent: its status is PAUSED'],
  ];
}

/** Meta does something to the English version of a template; resolves when the app's list has it so. */
export async function templateHappens(
  workbench: TestWorkbench,
  { name, event, expected }: { name: string; event: object; expected: string },
): Promise<void> {
  const all = await workbench.sim.http.get<{ id: string; name: string; language: string }[]>('/templates');
  const id = all.find((each) => each.name === name && /^en/.test(each.language))?.id ?? '';
  await workbench.sim.http.post(`/templates/${id}/events`, event);
  const isSo = ({ data }: { data: Record<string, unknown> }) =>
    data['kind'] === 'templates' &&
    new RegExp(`"name":"${name}","language":"en[^"]*",${expected}`).test(JSON.stringify(data));
  await waitFor(async () => (await workbench.records()).some(isSo), { what: `${name} with ${expected}` });
}
