import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationWith } from './support/conversationWith';
import { startTestWorkbench } from './support/startTestWorkbench';
import { stored } from './support/stored';
import type { TestWorkbench } from './support/TestWorkbench';
import { textWebhook } from './support/textWebhook';

// Secrets and what customers write are planted, used in every way, and looked for in all that is logged, printed,
// answered and stored.

const COMMAND = '/whatsapp-360d-cloud';
/** Said by the customer: in messages it belongs into the room, and nowhere else. */
const WORDS = 'my secret allergy is hazelnuts';

let workbench: TestWorkbench;
let apiKey: string;
let secret: string;
let token: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  const number = await connectDemoNumber(workbench);
  apiKey = workbench.demo.apiKey;
  const [connected] = stored(workbench, 'records').filter((record) => kindOf(record) === 'number');
  secret = String(Reflect.get(dataOf(connected), 'webhookSecret'));
  const { phone, agent, room } = await conversationWith(workbench, number, 'Hazel Nutt');
  token = String(tokenIn(room));
  await phone.say(number, WORDS);
  await agent.findMessage(room, WORDS);

  // Commands in the customer's room, where the engine logs the room with its visitor and last message.
  for (const word of ['help', 'support', 'connect', `nonsense ${WORDS}`]) {
    await agent.runCommand(`${COMMAND} ${word}`, room);
  }
  const admin = await workbench.as('admin');
  await admin.runCommand(`${COMMAND} connect`, room);
  await admin.modal.fill('API Key *', apiKey);
  await admin.modal.fill('Phone Number *', 'no number');
  await admin.modal.submit();
  await admin.modal.cancel();
  // Webhooks with the secret in several spellings, some of them broken.
  for (const header of ['x-whatsapp-webhook-secret', 'X-WHATSAPP-WEBHOOK-SECRET', 'X-Whatsapp-Webhook-Secret']) {
    for (const body of [
      await textWebhook(workbench.sim, number, phone.customer, [{ body: WORDS }]),
      { entry: [{ changes: [{ value: { messages: [{ text: WORDS }] } }] }] },
    ]) {
      await fetch(workbench.privateUrl('incoming'), {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', [header]: secret },
        body: JSON.stringify(body),
      });
    }
  }
  await fetch(`${workbench.privateUrl('incoming')}?token=${token}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${apiKey}`, Cookie: token },
    body: JSON.stringify({ words: WORDS }),
  });
  // A send that fails, with its card, sent again; a reaction, an edit and a deletion of the agent.
  await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
  const answer = await agent.send(room, `Thank you. ${WORDS}`);
  const card = await agent.findMessage(room, ({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
  await agent.clickButton(card, 'Send again');
  await workbench.idle();
  await agent.edit(answer, `${WORDS}!`);
  await agent.remove(answer);
  await agent.close(room, 'Done');
  await workbench.idle();
});

afterAll(() => workbench.stop());

const dataOf = (record: object | undefined): object => Object(Reflect.get(Object(record), 'data'));
const kindOf = (record: object): unknown => Reflect.get(dataOf(record), 'kind');

function tokenIn(room: string): unknown {
  const found = stored(workbench, 'rooms').find((each) => Reflect.get(each, '_id') === room);
  return Reflect.get(Object(Reflect.get(Object(found), 'v')), 'token');
}

const planted = () => ({ apiKey, secret, token, words: WORDS });

test('what is planted is there', () => {
  for (const value of Object.values(planted())) expect(value.length).toBeGreaterThan(10);
});

test.each(['apiKey', 'secret', 'token', 'words'] as const)('the app’s log never holds the %s', async (what) => {
  const logs = await workbench.logs();
  expect(logs.length).toBeGreaterThan(10);
  expect(JSON.stringify(logs)).not.toContain(planted()[what]);
});

test.each(['apiKey', 'secret', 'token', 'words'] as const)('nothing printed holds the %s', (what) => {
  // The first line says where the workbench is and what the demo's key is: it is made for tests to read.
  const [ready = '', ...rest] = workbench.output.split('\n');
  expect(ready).toContain('simulatorUrl');
  expect(rest.join('\n')).not.toContain(planted()[what]);
});

test('messages hold words, which is what they are for, and nothing else that is secret', () => {
  const messages = JSON.stringify(stored(workbench, 'messages'));
  // A customer's message carries the visitor's token, as the server keeps it (`token`); no client is given it.
  expect(messages).not.toContain(apiKey);
  expect(messages).not.toContain(secret);
});

test('what the app keeps holds a key and a secret only in the number, and no token', () => {
  const others = stored(workbench, 'records').filter((record) => kindOf(record) !== 'number');
  expect(JSON.stringify(others)).not.toContain(apiKey);
  expect(JSON.stringify(others)).not.toContain(secret);
  // The webhook itself is kept until it is worked off, with what the customer wrote; after that only who and when.
  const settled = others.filter((record) => kindOf(record) !== 'inbox');
  expect(JSON.stringify(settled)).not.toContain(WORDS);
});

test.each(['admin', 'agent1', 'agent2'])('no answer that %s is given holds a key or a secret', async (username) => {
  const client = await workbench.as(username);
  const seen = JSON.stringify([client.feed.events, await client.rooms(), await workbench.records()]);
  expect(seen).not.toContain(apiKey);
  expect(seen).not.toContain(secret);
});
