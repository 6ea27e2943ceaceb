import { request } from 'node:http';
import { inFlight } from '../../../bench/src/load/post';
import { playHostile } from '../../../bench/src/proofs/hostile/playHostile';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { stored } from '../support/instances/durableStore';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// Requests that no honest sender makes are refused by the endpoint, with the right secret and without it.

let workbench: TestWorkbench;
let secret: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await connectDemoNumber(workbench);
  secret = /"webhookSecret":"([^"]+)"/.exec(JSON.stringify(stored(workbench, 'records')))?.[1] ?? '';
  expect(secret).not.toBe('');
});

afterAll(() => workbench.stop());

function post(text: string, headers: Record<string, string>): Promise<Response> {
  return fetch(workbench.privateUrl('incoming'), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: text,
  });
}

const entry = (value: string) => `{"object":"whatsapp_business_account","entry":[{"changes":[{"value":${value}}]}]}`;

test.each([
  ['fifty levels', entry(`${'{"a":'.repeat(50)}1${'}'.repeat(50)}`)],
  ['two hundred levels', entry(`${'['.repeat(200)}${']'.repeat(200)}`)],
  ['a key constructor', entry('{"messages":[{"constructor":{"name":"x"}}]}')],
  ['a key prototype', entry('{"prototype":1}')],
  ['a key __proto__, which the workbench refuses in place of the engine', entry('{"__proto__":{"kind":"text"}}')],
  ['a key constructor in disguise', entry('{"\\u0063onstructor":1}')],
  ['a list of forty thousand', entry(`{"messages":[${'0,'.repeat(40_000)}0]}`)],
])('a body with %s is answered 400, and nothing is stored', async (_what, body) => {
  await workbench.idle();
  const before = stored(workbench, 'records');
  expect((await post(body, {})).status).toBe(400);
  expect((await post(body, { 'x-whatsapp-webhook-secret': secret })).status).toBe(400);
  await workbench.idle();
  expect(stored(workbench, 'records')).toEqual(before);
});

test('the secret is right, and an ordinary body with it is taken', async () => {
  expect((await post(entry('{}'), { 'x-whatsapp-webhook-secret': secret })).status).toBe(200);
  expect((await post(entry('{}'), {})).status).toBe(401);
});

test.each(['incoming', 'authSuccess'])('a query with a key constructor is answered 400 at %s', async (path) => {
  const method = path === 'incoming' ? 'POST' : 'GET';
  const address = `${workbench.privateUrl(path)}?constructor=1`;
  expect((await fetch(address, { method })).status).toBe(400);
});

const object = { toString: 1, valueOf: 2 };

// Rocket.Chat hands on what a client claims as it came.
test.each<[string, object]>([
  ['a press in a view with an object for an id', { type: 'blockAction', container: { type: 'view', id: object } }],
  ['a press in a container of no type', { type: 'blockAction', container: { id: ['v'] } }],
  ['a submitted view with an object for an id', { type: 'viewSubmit', payload: { view: { id: object, blocks: [] } } }],
  ['a submitted view with a text for its blocks', { type: 'viewSubmit', payload: { view: { id: 'v', blocks: 'x' } } }],
  ['a closed view with an object for an id', { type: 'viewClosed', payload: { view: { id: object } } }],
])('%s is answered, and nothing fails in the app', async (_what, body) => {
  const admin = await workbench.as('admin');
  const press = { triggerId: 'strange', actionId: 'examine-again', payload: { blockId: 'b', value: '{}' }, ...body };
  const { status } = await admin.http.request('POST', `/api/apps/ui.interaction/${workbench.appId}`, press);
  expect(status).toBe(200);
  await workbench.idle();
  // Rocket.Chat 7.8 has no Outbound Messages, which the app notes at its start.
  const logs = (await workbench.logs()).filter(({ method }) => method !== 'app:initialize');
  expect(logs.map((log) => JSON.stringify(log)).filter((log) => log.includes('TypeError'))).toEqual([]);
});

test('a thousand guesses of the secret are refused, cost the store next to nothing, and keep nobody waiting', async () => {
  await workbench.idle();
  await workbench.clearRoundTrips();
  const guesses = Array.from({ length: 1_000 }, (_, at) => (at === 500 ? secret : `${secret.slice(0, -4)}${at}`));
  const statuses = await inFlight(
    50,
    guesses,
    async (guess) => (await post(entry('{}'), { 'x-whatsapp-webhook-secret': guess })).status,
  );
  expect(statuses.filter((status) => status !== 401)).toEqual([200]);
  const calls = (await workbench.roundTrips('incoming')).flatMap((request) => Object.values(request.calls));
  // The numbers are read again every few seconds only.
  expect(calls.reduce((sum, count) => sum + count, 0)).toBeLessThan(100);
});

test('a body that never ends keeps nobody waiting', async () => {
  const headers = { 'Content-Type': 'application/json', 'Content-Length': 1_000, 'x-whatsapp-webhook-secret': secret };
  const slow = request(workbench.privateUrl('incoming'), { method: 'POST', headers });
  slow.on('error', () => undefined);
  await new Promise<void>((resolve) => slow.write('{"entry":', () => resolve()));
  expect((await post(entry('{}'), { 'x-whatsapp-webhook-secret': secret })).status).toBe(200);
  slow.destroy();
});

// `npm run proof:hostile` sends thousands; the same number gives the same body.
test('six hundred mutated webhooks and three hundred other requests break nothing, and no secret is logged', async () => {
  const number = workbench.demo.phoneNumber.replace(/\D/g, '');
  const { failed, unhandled, leaks } = await playHostile(workbench, { number, webhooks: 600, requests: 300, seed: 1 });
  expect({ failed, unhandled, leaks }).toEqual({ failed: [], unhandled: [], leaks: [] });
  expect((await post(entry('{}'), { 'x-whatsapp-webhook-secret': secret })).status).toBe(200);
});
