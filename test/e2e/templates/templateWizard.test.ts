import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { sendTicket } from '../support/templateRequests';
import { forgePress } from '../support/clients/forgePress';
import { settle } from '../support/clients/settle';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { webhookOf } from '../support/webhookBodies';
import type { WireMessage } from '../support/clients/WireDocuments';

let workbench: TestWorkbench;
let number: string;
let ana: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  ({ phone: ana, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
  await templatesRead(workbench);
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

/** Waits until the phone draws a template with these words. */
const shows = (phone: SimulatedPhone, words: string) =>
  phone.receive(
    number,
    ({ message, ...drawn }) => message.type === 'template' && JSON.stringify(drawn).includes(words),
  );

test('a template from a room: chosen in the bar, filled in and reviewed in a modal, sent, seen on the phone and in the room', async () => {
  await agent.pressRoomAction('send-template', room);
  const bar = agent.bar(room);
  expect(bar.title).toBe('WhatsApp templates');
  await bar.fill('Search', 'ticket');
  expect(bar.texts.join('\n')).toContain('*ticket_update*');
  await bar.click('Open');
  expect(bar.texts.join('\n')).toContain('there is news about your ticket');
  await bar.choose('choose-language', 'English');
  await bar.click('Use');
  expect(bar.isOpen).toBe(true);
  expect(agent.modal.title).toBe('Send WhatsApp template');
  expect(agent.modal.labels).toEqual(['Text {{customer_name}}', 'Text {{ticket_id}}']);
  expect(agent.modal.valueOf('Text {{customer_name}}')).toBe('Ana Souza');
  await agent.modal.submit();
  expect(agent.modal.texts).toContain(':warning: Fill this in.');
  await agent.modal.fill('Text {{ticket_id}}', '4711');
  await agent.modal.submit();
  expect(agent.modal.title).toBe('Send this template?');
  expect(agent.modal.texts.join('\n')).toContain('Hello Ana Souza, there is news about your ticket #4711');
  await agent.modal.submit();
  expect(agent.modal.texts.join('\n')).toContain('was sent to Ana Souza');
  await shows(ana, 'Hello Ana Souza, there is news about your ticket #4711');
  await agent.findMessage(room, 'Hello Ana Souza, there is news about your ticket');
});

/** Opens the list by the command, in a modal as on a mobile client, and the page of a template. */
async function openByCommand(name: string, language: string): Promise<void> {
  await agent.runCommand('/whatsapp-360d-cloud send-template', room);
  await waitFor(() => agent.modal.isOpen && agent.modal.title === 'WhatsApp templates', { what: 'the list' });
  await agent.modal.fill('Search', name);
  await agent.modal.click('Open');
  const choices = agent.modal.view.blocks.some(({ blockId }) => blockId === 'language-choice');
  if (choices) await agent.modal.choose('choose-language', language);
  await agent.modal.click('Use');
}

const values: [label: RegExp, value: string][] = [
  [/Latitude/, '-23.5505, -46.6333'],
  [/(Picture|GIF) in the header/, 'https://example.com/picture.png'],
  [/Video in the header/, 'https://example.com/film.mp4'],
  [/Document in the header/, 'https://example.com/paper.pdf'],
  [/One-time code/, '123456'],
  [/When the offer ends/, 'in 24 h'],
  [/Product ID/, '2lc20305pt'],
  [/./, 'Something'],
];

test.each([
  ['hello_world', 'English', 'Welcome! This message shows'],
  ['order_update', 'Brazilian Portuguese', 'seu pedido'],
  ['appointment_reminder', '', 'Olá'],
  ['seasonal_promotion', 'English', 'https://example.com/picture.png'],
  ['pickup_point', 'English', '-23.5505'],
  ['verification_code', 'English', '123456'],
  ['coupon', 'English', 'Something'],
  ['weekend_deal', 'English', 'Good news, Something'],
  ['catalog_offer', 'English', 'View catalog'],
  ['new_arrivals', 'English', 'Fresh from the oven, Something'],
])('%s is filled in by a modal and reaches the phone', async (name, language, words) => {
  await openByCommand(name, language);
  while (agent.modal.title === 'Send WhatsApp template' && agent.modal.view.submit) {
    for (const label of agent.modal.labels) {
      const [, value = ''] = values.find(([pattern]) => pattern.test(label)) ?? [];
      await agent.modal.fill(label, value);
    }
    await agent.modal.submit();
    expect(agent.modal.texts.filter((text) => text.startsWith(':warning:'))).toEqual([]);
  }
  expect(agent.modal.title).toBe('Send this template?');
  await agent.modal.submit();
  expect(agent.modal.texts.join('\n')).toContain(`**${name}** was sent to Ana Souza`);
  await shows(ana, words);
});

test('a one-time code that was sent is not kept for the next sending', async () => {
  const uses = (await workbench.records()).filter(({ data }) => data['kind'] === 'template-uses');
  expect(JSON.stringify(uses)).toContain('verification_code');
  expect(JSON.stringify(uses)).not.toContain('123456');
});

describe('the card of a template that failed', () => {
  type Conversation = Awaited<ReturnType<typeof conversationWith>>;

  const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes('Not delivered to WhatsApp');

  // The test alone tells what became of each template.
  beforeEach(() => workbench.sim.fault('status-dropped', { which: 'all' }));

  /** Sends a template that WhatsApp reports as failed afterwards; resolves with the card in the room. */
  async function failWith(conversation: Conversation, ticket: string, code: number): Promise<WireMessage> {
    const { phone, agent: reader, room: rid } = conversation;
    const waId = phone.customer.waId ?? '';
    await sendTicket(workbench, number, waId, ticket);
    const { wamid } = await phone.receive(number, ({ message }) => JSON.stringify(message).includes(ticket));
    await reader.findMessage(rid, ticket);
    const timestamp = String(Math.floor(Date.UTC(2026, 4, 20, 12, 0) / 1_000));
    const item = { id: wamid, status: 'failed', timestamp, recipient_id: waId, errors: [{ code, title: 'no' }] };
    await workbench.sim.webhook(number, await webhookOf(workbench.sim, number, { statuses: [item] }));
    await settle(workbench);
    return reader.findMessage(rid, (each) => isCard(each) && JSON.stringify(each.blocks).includes(ticket));
  }

  test('refreshes the list where WhatsApp does not know the template so, for who takes part', async () => {
    const lena = await conversationWith(workbench, number, 'Lena Falk');
    const card = await failWith(lena, 'T-lena', 132001);
    await lena.agent.clickButton(card, 'Refresh Templates');
    await waitFor(() => lena.agent.ephemeral.some(({ msg }) => msg.startsWith('The templates were read again')), {
      what: 'the list to be read',
    });
    const other = await workbench.as(lena.agent.username === 'agent1' ? 'agent2' : 'agent1');
    const told = other.ephemeral.length;
    await forgePress(workbench, other, {
      actionId: 'refresh-list',
      container: { type: 'message', id: card._id },
      rid: card.rid,
      mid: card._id,
    });
    const answer = await waitFor(() => other.ephemeral[told], { what: 'a refusal' });
    expect(answer.msg).toContain('Only the agents of this conversation');
  });

  test('opens the templates where another one may go', async () => {
    const milo = await conversationWith(workbench, number, 'Milo Brandt');
    await milo.agent.clickButton(await failWith(milo, 'T-milo', 132007), 'Send WhatsApp template');
    await waitFor(() => milo.agent.modal.isOpen && milo.agent.modal.title === 'WhatsApp templates', {
      what: 'the list',
    });
  });
});
