import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { settle } from '../support/clients/settle';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { webhookOf } from '../support/webhookBodies';

// Whether an agent's answer leaves: it is let through as long as WhatsApp may take it, by what the customer did last.
// The simulator takes everything here, so that what does not arrive was held back by the app.

const HOUR = 60 * 60 * 1_000;

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  await workbench.sim.http.post('/switches', { window: 'off' });
});

afterAll(() => workbench.stop());

type Item = Record<string, unknown>;

let count = 0;
/** A message of so many hours ago. */
function ago(hours: number, message: Item): Item {
  count += 1;
  return {
    id: `wamid.window.${count}`,
    timestamp: String(Math.floor((Date.now() - hours * HOUR) / 1_000)),
    ...message,
  };
}
const text = (hours: number, body: string, more: Item = {}) => ago(hours, { type: 'text', text: { body }, ...more });

/** Delivers messages of a customer in one webhook. */
async function deliver({ customer }: SimulatedPhone, ...items: Item[]): Promise<void> {
  const { waId, name } = customer;
  const messages = items.map((item) => ({ from: waId, ...item }));
  const body = await webhookOf(workbench.sim, number, { contacts: [{ profile: { name }, wa_id: waId }], messages });
  await workbench.sim.webhook(number, body);
  await settle(workbench);
}

const call = (phone: SimulatedPhone, direction: string) =>
  phone.send(number, { type: 'call', call: { event: 'terminate', duration: 42, direction } });

const ad = { source_url: 'https://fb.me/1', source_id: '1', source_type: 'ad', headline: 'Bread' };

/** Ways that a customer was heard of, and whether an answer goes out then. */
const cases: [string, 'goes out' | 'is held back', (phone: SimulatedPhone) => Promise<unknown>][] = [
  [
    'a text of now and then a late one of yesterday',
    'goes out',
    async (phone) => {
      await deliver(phone, text(0, 'Now'));
      await deliver(phone, text(25, 'Late'));
    },
  ],
  ['both in one delivery', 'goes out', (phone) => deliver(phone, text(0, 'Now'), text(25, 'Late'))],
  [
    'a call of the customer that was taken',
    'goes out',
    async (phone) => {
      await deliver(phone, text(25, 'Old'));
      await call(phone, 'USER_INITIATED');
    },
  ],
  [
    'a picture that cannot be fetched',
    'goes out',
    async (phone) => {
      await deliver(phone, text(25, 'Old'));
      await deliver(phone, ago(0, { type: 'image', image: { id: '404404404404404', mime_type: 'image/jpeg' } }));
    },
  ],
  [
    'a reaction, of which only WhatsApp knows what it opens',
    'goes out',
    async (phone) => {
      const old = text(25, 'Old');
      await deliver(phone, old);
      await deliver(phone, ago(0, { type: 'reaction', reaction: { message_id: old['id'], emoji: '👍' } }));
    },
  ],
  [
    'an edit, of which only WhatsApp knows what it opens',
    'goes out',
    async (phone) => {
      const old = text(25, 'Old');
      await deliver(phone, old);
      const message = { type: 'text', text: { body: 'New' } };
      await deliver(phone, ago(0, { type: 'edit', edit: { original_message_id: old['id'], message } }));
    },
  ],
  [
    'something that WhatsApp does not hand on',
    'goes out',
    async (phone) => {
      await deliver(phone, text(25, 'Old'));
      await deliver(phone, ago(0, { type: 'unsupported', errors: [{ code: 131051, title: 'Unsupported' }] }));
    },
  ],
  ['an ad the day before yesterday', 'goes out', (phone) => deliver(phone, text(50, 'Ad', { referral: ad }))],
  ['an ad four days ago', 'is held back', (phone) => deliver(phone, text(74, 'Ad', { referral: ad }))],
  ['a text of 25 hours ago', 'is held back', (phone) => deliver(phone, text(25, 'Old'))],
  [
    'a call of the business',
    'is held back',
    async (phone) => {
      await deliver(phone, text(25, 'Old'));
      await call(phone, 'BUSINESS_INITIATED');
    },
  ],
  [
    'a text that the business wrote on its own phone',
    'is held back',
    async (phone) => {
      await deliver(phone, text(25, 'Old'));
      await phone.send(number, { type: 'echo', message: { type: 'text', text: { body: 'From the phone' } } });
    },
  ],
  [
    'an answer of the agent in the last hour, when 24 hours have passed since the customer wrote',
    'is held back',
    async (phone) => {
      await deliver(phone, text(23.9, 'Old'));
      const { agent, room } = await conversationOf(workbench, phone.customer.name ?? '');
      await agent.send(room._id, 'Just in time');
      await phone.receive(number, 'Just in time');
      await workbench.travel(10);
    },
  ],
];

/** The customer of each case, by its name. */
const phones = new Map<string, SimulatedPhone>();

async function expectAnswer(what: string, outcome: string): Promise<void> {
  const phone = phones.get(what);
  const { agent, room } = await conversationOf(workbench, phone?.customer.name ?? '');
  const answer = `Answer ${(count += 1)}`;
  await agent.send(room._id, answer);
  if (outcome === 'goes out') {
    await phone?.receive(number, answer);
    return;
  }
  const card = await agent.findMessage(room._id, (message) => message.msg.includes(answer) && !!message.blocks);
  expect(card.msg).toContain("More than 24 hours have passed since the customer's last message");
  // WhatsApp was not asked, so there is no code of it.
  expect(JSON.stringify(card)).not.toContain('131047');
}

describe('after', () => {
  test.each(cases)('%s an answer %s', async (what, outcome, happen) => {
    const phone = await workbench.sim.customer({ name: `Customer ${phones.size}` });
    phones.set(what, phone);
    await happen(phone);
    await settle(workbench);
    await expectAnswer(what, outcome);
  });
});

describe('after a restart, when the process remembers nothing, and', () => {
  beforeAll(async () => {
    await settle(workbench);
    await workbench.restart();
  });

  test.each(cases)('%s an answer %s', async (what, outcome) => {
    await expectAnswer(what, outcome);
  });
});
