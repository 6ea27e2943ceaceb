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

// `npm run proof:hostile` sends thousands; the same number gives the same body.
test('six hundred mutated webhooks and three hundred other requests break nothing, and no secret is logged', async () => {
  const number = workbench.demo.phoneNumber.replace(/\D/g, '');
  const { failed, unhandled, leaks } = await playHostile(workbench, { number, webhooks: 600, requests: 300, seed: 1 });
  expect({ failed, unhandled, leaks }).toEqual({ failed: [], unhandled: [], leaks: [] });
  expect((await post(entry('{}'), { 'x-whatsapp-webhook-secret': secret })).status).toBe(200);
});
