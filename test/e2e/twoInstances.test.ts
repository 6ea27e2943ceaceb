import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationOf } from './support/conversationOf';
import { HttpClient } from './support/HttpClient';
import { type SecondInstance, startSecondInstance } from './support/startSecondInstance';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';

// A cluster: two instances, each with a sandbox of the app of its own, over one store.

const TRIES = 100;

let folder: string;
let workbench: TestWorkbench;
let second: SecondInstance;
let number: string;
let headers: Record<string, string>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbench-two-'));
  workbench = await startTestWorkbench({ dataDir: folder });
  number = await connectDemoNumber(workbench);
  const api = new HttpClient(workbench.ready.simulatorUrl, { 'D360-API-KEY': workbench.demo.apiKey });
  ({ headers } = await api.get<{ headers: Record<string, string> }>('/v1/configs/webhook'));
  second = await startSecondInstance(workbench, folder);
});

afterAll(async () => {
  await second.stop();
  await workbench.stop();
  await rm(folder, { recursive: true, force: true });
});

/** A webhook with texts of one customer. */
async function webhook(customer: { waId?: string; name?: string }, ...texts: string[]) {
  const { numbers } = await workbench.sim.state();
  const phoneNumberId = numbers.find(({ phoneNumber }) => phoneNumber.replace(/\D/g, '') === number)?.phoneNumberId;
  const { waId, name } = customer;
  const value = {
    messaging_product: 'whatsapp',
    metadata: { display_phone_number: number, phone_number_id: phoneNumberId },
    contacts: [{ profile: { name }, wa_id: waId }],
    messages: texts.map((body) => ({
      from: waId,
      id: `wamid.${randomUUID()}`,
      timestamp: String(Math.floor(Date.now() / 1000)),
      type: 'text',
      text: { body },
    })),
  };
  return { object: 'whatsapp_business_account', entry: [{ id: '1', changes: [{ field: 'messages', value }] }] };
}

async function post(url: string, body: unknown): Promise<number> {
  const options = { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' } };
  return (await fetch(url, { ...options, body: JSON.stringify(body) })).status;
}

async function idle(): Promise<void> {
  await Promise.all([workbench.idle(), second.idle()]);
}

/** Gives the same webhook to both at once. */
async function postToBoth(body: unknown): Promise<void> {
  const urls = [workbench.privateUrl('incoming'), second.webhookUrl];
  expect(await Promise.all(urls.map((url) => post(url, body)))).toEqual([200, 200]);
  await idle();
}

test.each([
  ['one message', 'Ana Souza', ['']],
  ['several messages', 'Ben Okafor', [' a', ' b', ' c']],
])('the same webhook with %s at both at once puts nothing twice into the room', async (_what, name, parts) => {
  const phone = await workbench.sim.customer({ name });
  await phone.say(number, 'Hello');
  const { agent, room } = await conversationOf(workbench, name);
  const texts = Array.from({ length: TRIES }, (_, at) => parts.map((part) => `Try ${at}${part}`));
  for (const each of texts) {
    await postToBoth(await webhook(phone.customer, ...each));
  }
  const shown = (await agent.messages(room._id, 0)).map(({ msg }) => msg).filter((msg) => msg.startsWith('Try'));
  expect(shown).toHaveLength(TRIES * parts.length);
  expect(shown.sort()).toEqual(texts.flat().sort());
});

test('a customer’s first two messages at two instances at once stand in one room, with their next one at the latest', async () => {
  const manager = await workbench.as('manager');
  for (let at = 0; at < 6; at += 1) {
    const { customer } = await workbench.sim.customer({ name: `New customer ${at}` });
    await Promise.all([
      post(workbench.privateUrl('incoming'), await webhook(customer, 'First')),
      post(second.webhookUrl, await webhook(customer, 'Second')),
    ]);
    await idle();
    await post(second.webhookUrl, await webhook(customer, 'Third'));
    // The answer comes before the work, so the third one is waited for.
    await waitFor(
      async () => {
        const open = (await manager.conversations(true)).filter(({ v }) => v?.name === customer.name);
        const [room] = open;
        const texts = open.length === 1 && room ? (await manager.messages(room._id)).map(({ msg }) => msg) : [];
        const told = texts.filter((text) => ['First', 'Second', 'Third'].includes(text)).sort();
        return told.join() === 'First,Second,Third';
      },
      { what: `one open room of ${customer.name ?? ''} with all three, each once`, timeout: 10_000 },
    );
  }
});
