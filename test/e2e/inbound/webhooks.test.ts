import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { readWebhook } from '../../../src/handlers/whatsapp/webhook/readWebhook';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { places } from '../support/places';
import { settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { webhookOf } from '../support/webhookBodies';

/** Bodies of real integrations; they are not part of the repository. */
const COLLECTED = resolve(places.repository, '../shared/payloads');

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

function text(from: string, index: number) {
  const timestamp = String(1_795_300_000 + index);
  return { from, id: `wamid.${from}.${index}`, timestamp, type: 'text', text: { body: `message ${index}` } };
}

/** The app's answer to the last delivery. */
async function deliver(body: unknown): Promise<number | undefined> {
  const before = (await workbench.sim.deliveries()).length;
  await workbench.sim.webhook(number, body);
  const delivery = await waitFor(async () => {
    const found = (await workbench.sim.deliveries()).slice(before).find(({ status }) => status !== undefined);
    return found;
  });
  return delivery.status;
}

test('seven hundred messages of one webhook are answered at once and each customer reads in order', async () => {
  const customers = ['551190000001', '551190000002', '551190000003', '551190000004'];
  const messages = Array.from({ length: 700 }, (_, index) => text(customers[index % 4] ?? '', index));
  const contacts = customers.map((waId, index) => ({ profile: { name: `Batch ${index}` }, wa_id: waId }));
  expect(await deliver(await webhookOf(workbench.sim, number, { contacts, messages }))).toBe(200);
  for (const index of customers.keys()) {
    const { agent, room } = await conversationOf(workbench, `Batch ${index}`);
    const last = await agent.findMessage(room._id, `message ${696 + index}`, { timeout: 60_000 });
    expect(last.msg).toBe(`message ${696 + index}`);
    const shown = (await agent.messages(room._id, 300)).filter(({ msg }) => msg.startsWith('message'));
    const numbers = shown.map(({ msg }) => Number(msg.split(' ')[1]));
    expect(numbers).toHaveLength(175);
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  }
}, 120_000);

test('one broken item of a webhook stops nothing, and what came without its content says so', async () => {
  const contacts = [{ profile: { name: 'Between' }, wa_id: '551190000009' }];
  const messages = [
    ...[null, { type: 'text' }, text('551190000009', 1), { id: 7, type: [] }, text('551190000009', 2)],
    { ...text('551190000009', 3), text: null },
    { ...text('551190000009', 4), type: 'document', text: undefined, document: { filename: 'a.pdf' } },
  ];
  expect(await deliver(await webhookOf(workbench.sim, number, { contacts, messages }))).toBe(200);
  const { agent, room } = await conversationOf(workbench, 'Between');
  await agent.findMessage(room._id, 'message 1');
  await agent.findMessage(room._id, 'message 2');
  await agent.findMessage(room._id, /^Empty message$/);
  await agent.findMessage(room._id, /^⚠️ WhatsApp delivered this without its content: Document$/);
});

test('that a customer wants no marketing messages any more is told in their conversation, once', async () => {
  const contacts = [{ profile: { name: 'Chooser' }, wa_id: '551190000010' }];
  expect(await deliver(await webhookOf(workbench.sim, number, { contacts, messages: [text('551190000010', 1)] }))).toBe(
    200,
  );
  const { agent, room } = await conversationOf(workbench, 'Chooser');
  const choice = { wa_id: '551190000010', category: 'marketing_messages', value: 'stop', timestamp: '1795300100' };
  for (let times = 0; times < 2; times += 1) {
    expect(await deliver(await webhookOf(workbench.sim, number, { contacts, user_preferences: [choice] }))).toBe(200);
    await workbench.idle();
  }
  await agent.findMessage(room._id, 'does not want marketing messages');
  const told = (await agent.messages(room._id)).filter(({ msg }) => msg.includes('marketing messages'));
  expect(told).toHaveLength(1);
});

test('a message without an id is shown, and once when it comes again', async () => {
  const contacts = [{ profile: { name: 'Nameless' }, wa_id: '551190000011' }];
  const { id: _id, ...message } = text('551190000011', 1);
  for (let times = 0; times < 2; times += 1) {
    expect(await deliver(await webhookOf(workbench.sim, number, { contacts, messages: [message] }))).toBe(200);
    await workbench.idle();
  }
  const { agent, room } = await conversationOf(workbench, 'Nameless');
  expect((await agent.messages(room._id)).filter(({ msg }) => msg === 'message 1')).toHaveLength(1);
});

test.each([
  ['an empty object', {}],
  ['a list', []],
  ['entries of the wrong type', { entry: 'x' }],
  ['changes of the wrong type', { entry: [{ changes: [{ value: 1 }, null] }] }],
  [
    'fields nobody knows',
    { object: 'whatsapp_business_account', entry: [{ changes: [{ field: 'stars', value: {} }] }] },
  ],
  ['another number', { entry: [{ changes: [{ field: 'messages', value: { metadata: { phone_number_id: '1' } } }] }] }],
])('%s is answered with 200 and leaves no error in the log', async (_what, body) => {
  expect(await deliver(body)).toBe(200);
  await workbench.idle();
  const errors = (await workbench.logs()).flatMap(({ entries }) =>
    entries.filter(({ severity }) => severity === 'error'),
  );
  expect(errors).toEqual([]);
});

/** The ids of all messages that the collected bodies hold; some of them have one id. */
function collectedMessages(): string[] {
  const names = readdirSync(COLLECTED).filter((name) => /^(?!send|error|template).*\.json$/.test(name));
  const bodies = names.map((name) => readFileSync(resolve(COLLECTED, name), 'utf8'));
  const events = bodies.filter((body) => /"(entry|messages)"/.test(body)).flatMap((body) => readWebhook(body).events);
  return events.flatMap((event) => (event.kind === 'message' ? [event.wamid] : []));
}

/** Those that have left no message in a room. */
async function missing(wamids: readonly string[]): Promise<string[]> {
  const records = await workbench.records();
  const shown = records.flatMap(({ data }) => (data.kind === 'link' && data.messageId ? [data.wamid] : []));
  return wamids.filter((wamid) => !shown.includes(wamid));
}

const collected = existsSync(COLLECTED) ? test : test.skip;

collected(
  'every collected webhook body is answered with 200, nothing fails behind it, and each message leaves its line',
  async () => {
    await workbench.sim.http.post('/replay', { number, folder: COLLECTED });
    await settle(workbench, { timeout: 60_000 });
    const refused = (await workbench.sim.deliveries()).filter(({ status }) => status !== 200);
    expect(refused).toEqual([]);
    const waiting = (await workbench.records()).filter(
      ({ data }) => data.kind === 'inbox' && Number(data.attempts) > 0,
    );
    expect(waiting).toEqual([]);
    const sent = collectedMessages();
    expect(sent.length).toBeGreaterThan(50);
    // On a busy machine the sandbox may rest between two calls for longer than `idle` waits.
    await waitFor(async () => (await missing(sent)).length === 0, { timeout: 30_000 }).catch(() => undefined);
    expect(await missing(sent)).toEqual([]);
  },
  120_000,
);

test('a batch is cut before it grows over what Rocket.Chat takes', async () => {
  const filler = 'x'.repeat(4000);
  const phone = await workbench.sim.customer({ name: 'Talkative' });
  await workbench.sim.http.post('/switches', { batchSize: 1000, batchWindowMs: 500 });
  const before = (await workbench.sim.deliveries()).length;
  for (let index = 0; index < 30; index++) await phone.say(number, `${index} ${filler}`);
  const { agent, room } = await conversationOf(workbench, 'Talkative');
  await agent.findMessage(room._id, `29 ${filler}`);
  await workbench.sim.http.post('/switches', { batchSize: 1 });
  const batches = (await workbench.sim.deliveries()).slice(before);
  expect(batches.length).toBeGreaterThan(1);
  expect(batches.map(({ status }) => status)).toEqual(batches.map(() => 200));
});

// The last test: 360dialog, and the simulator, go on trying for days.
test('a webhook over 100 kB never reaches the app, and the list of webhooks shows 413', async () => {
  const contacts = [{ profile: { name: 'Too much' }, wa_id: '551190000008' }];
  const body = { body: 'x'.repeat(4000) };
  const messages = Array.from({ length: 25 }, (_, index) => ({ ...text('551190000008', index), text: body }));
  expect(await deliver(await webhookOf(workbench.sim, number, { contacts, messages }))).toBe(413);
  await workbench.idle();
  expect(JSON.stringify(await workbench.records())).not.toContain('551190000008');
});
