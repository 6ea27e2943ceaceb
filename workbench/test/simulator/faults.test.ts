import { faultKinds } from '../../src/simulator/faults/faultKinds';
import { type Receiver, startReceiver } from './support/startReceiver';
import { ANA, startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import type { Loose } from './support/Loose';

let simulator: TestSimulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([startTestSimulator(), startReceiver()]);
  await simulator.receive();
  await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
  await simulator.control('POST', '/switches', { sentAfterMs: 60_000 });
});
afterEach(async () => {
  await simulator.stop();
  await receiver.stop();
});

const text = { type: 'text', text: { body: 'Hi' } };
const fault = (kind: string, params: object = {}, more: object = { times: 1 }) =>
  simulator.control('POST', '/faults', { kind, params, ...more });
const chatLength = async (): Promise<number> =>
  (await simulator.control('GET', `/customers/${ANA}/chats/551155550100`)).json.messages.length;

describe('the list of faults', () => {
  it('has for each kind all that a page needs to draw its form', async () => {
    const { json } = await simulator.control('GET', '/faults');
    expect(json.kinds.map(({ id }: Loose) => id)).toEqual(Object.keys(faultKinds));
    for (const kind of json.kinds) {
      expect(kind).toEqual({
        id: expect.stringMatching(/^[a-z-]+$/),
        title: expect.stringMatching(/./),
        description: expect.stringMatching(/\.$/),
        params: expect.any(Array),
      });
      for (const param of kind.params) {
        expect(param).toMatchObject({ name: expect.any(String), title: expect.any(String), type: expect.any(String) });
        expect(param).toHaveProperty('default');
      }
    }
  });

  it.each(Object.keys(faultKinds))('switches %s on with its defaults, and off again', async (kind) => {
    const { status, json } = await fault(kind, {}, {});
    expect([status, json.remaining]).toEqual([200, null]);
    expect((await simulator.control('GET', '/state')).json.faults).toHaveLength(1);
    expect((await simulator.control('DELETE', `/faults/${json.id}`)).status).toBe(200);
    expect((await simulator.control('GET', '/faults')).json.active).toEqual([]);
  });

  it.each([
    [{ kind: 'nonsense' }, /no fault nonsense/],
    [{ kind: 'error-code', params: { nonsense: 1 } }, /no such field/],
    [{ kind: 'error-code', params: { code: 'x' } }, /params.code/],
    [{ kind: 'slow-answer', params: { ms: -1 } }, /params.ms/],
    [{ kind: 'unauthorized', params: { shape: 'round' } }, /params.shape/],
    [{ kind: 'error-code', number: '123' }, /no number 123/],
  ])('refuses %j', async (body, words) => {
    const { status, json } = await simulator.control('POST', '/faults', body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.error).toMatch(words);
  });

  it('strikes as often as told, then is gone, and stands in the log', async () => {
    await fault('server-error', {}, { times: 2 });
    const answers = [];
    for (let n = 0; n < 3; n += 1) answers.push((await simulator.send(text)).status);
    expect(answers).toEqual([500, 500, 200]);
    const { json } = await simulator.control('GET', '/requests');
    expect(json.slice(-3).map(({ faults }: Loose) => faults)).toEqual([['server-error'], ['server-error'], undefined]);
  });

  it('concerns one number when told', async () => {
    await fault('server-error', { on: 'health' }, { number: '+49 30 23125-100' });
    expect((await simulator.api('GET', '/health_status')).status).toBe(200);
    expect((await simulator.api('GET', '/health_status', undefined, 'demo-key-493023125100')).status).toBe(500);
  });
});

describe('faults of answers', () => {
  it.each<[string, object, number, unknown]>([
    ['error-code', { code: 131056 }, 400, { error: { code: 131056, error_data: { messaging_product: 'whatsapp' } } }],
    ['error-code', { code: 130429, httpStatus: 403 }, 403, { error: { message: '(#130429) Rate limit hit' } }],
    ['error-code', { code: 2 }, 503, { error: { message: 'Service temporarily unavailable', is_transient: true } }],
    ['error-code', { code: 190 }, 401, { error: { code: 190 } }],
    ['server-error', {}, 500, { error: 'Internal server error' }],
    ['unauthorized', { shape: 'error' }, 401, { error: 'Invalid API key' }],
    ['unauthorized', { shape: 'meta' }, 401, { meta: { httpCode: 404, success: false } }],
    ['forbidden', { shape: 'error' }, 403, { error: 'The endpoint is blocked' }],
    ['forbidden', { shape: 'meta' }, 403, { meta: { httpCode: 403, developerMessage: 'The endpoint is blocked' } }],
    ['throttled', { shape: 'error' }, 400, { error: 'You have exceeded the endpoint rate limit.' }],
    ['throttled', { shape: 'meta' }, 400, { meta: { success: false, http_code: 400 } }],
  ])('%s %j is %d', async (kind, params, status, body) => {
    await fault(kind, params);
    const before = await chatLength();
    const answer = await simulator.send(text);
    expect(answer.status).toBe(status);
    expect(answer.json).toMatchObject(body as object);
    expect(await chatLength()).toBe(before);
  });

  it.each<[string, object, number, string]>([
    ['bad-gateway', {}, 502, 'Bad Gateway'],
    ['unauthorized', { shape: 'empty' }, 401, ''],
    ['throttled', { shape: 'text' }, 400, 'You have exceeded the endpoint rate limit.'],
  ])('%s %j is no JSON', async (kind, params, status, body) => {
    await fault(kind, params);
    const answer = await simulator.send(text);
    expect([answer.status, answer.text]).toEqual([status, body]);
  });

  it.each<[string, object]>([
    ['truncated-answer', {}],
    ['garbage-answer', { body: 'text' }],
    ['garbage-answer', { body: 'empty' }],
  ])('%s %j spoils the answer of a message that was sent', async (kind, params) => {
    await fault(kind, params);
    const before = await chatLength();
    const answer = await simulator.send(text);
    expect([answer.status, answer.json]).toEqual([200, undefined]);
    expect(await chatLength()).toBe(before + 1);
  });

  it.each([
    ['connection-reset', { when: 'before' }, 0],
    ['connection-reset', { when: 'after' }, 1],
    ['truncated-answer', { breakConnection: true }, 1],
  ])('%s %j breaks the connection', async (kind, params, sent) => {
    await fault(kind, params);
    const before = await chatLength();
    await expect(simulator.send(text)).rejects.toThrow();
    expect(await chatLength()).toBe(before + sent);
  });

  it.each<[string, number | undefined, object]>([
    ['pause', 132015, { status: 'PAUSED' }],
    ['disable', 132016, { status: 'DISABLED' }],
    ['category', undefined, { category: 'MARKETING' }],
  ])('template-decided “%s” changes a template at the moment of the send', async (event, code, listed) => {
    await fault('template-decided', { event, name: 'hello_world' });
    const send = (name: string) =>
      simulator.send({ type: 'template', template: { name, language: { code: 'en_US' } } });
    await send('christmas_hours');
    const answer = await send('hello_world');
    expect(answer.json.error?.code).toBe(code);
    const [template] = (await simulator.control('GET', '/templates?search=hello_world')).json;
    expect(template).toMatchObject(listed);
    expect((await simulator.control('GET', '/faults')).json.active).toEqual([]);
  });

  it('answers late', async () => {
    await fault('slow-answer', { ms: 300 });
    const started = Date.now();
    expect((await simulator.send(text)).status).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(290);
  });

  it('does not answer at all and breaks off in the end', async () => {
    await fault('no-answer', { ms: 200 });
    await expect(simulator.send(text)).rejects.toThrow();
    expect((await simulator.control('GET', '/requests')).json.at(-1)).toMatchObject({
      status: 0,
      faults: ['no-answer'],
    });
  });

  it('leaves other requests alone', async () => {
    await fault('server-error', { on: 'templates' });
    expect((await simulator.send(text)).status).toBe(200);
    expect((await simulator.api('GET', '/message_templates')).status).toBe(500);
  });

  it('takes marking as read for a request of its own', async () => {
    await fault('server-error', { on: 'read' });
    expect((await simulator.send(text)).status).toBe(200);
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: 'x' };
    expect((await simulator.api('POST', '/messages', read)).status).toBe(500);
  });

  it('holds a template for assessment', async () => {
    await fault('template-held');
    const { json } = await simulator.send({
      type: 'template',
      template: { name: 'hello_world', language: { code: 'en_US' } },
    });
    expect(json.messages[0].message_status).toBe('held_for_quality_assessment');
  });
});

describe('faults of webhooks', () => {
  const settle = () => simulator.control('POST', '/clock', { advanceMs: 10 });

  it('loses events without repeating them', async () => {
    await fault('webhook-lost');
    await simulator.receive();
    await simulator.receive();
    await settle();
    expect(receiver.received).toHaveLength(1);
    expect((await simulator.control('GET', '/deliveries')).json.map(({ state }: Loose) => state)).toContain('lost');
  });

  it('delivers each event three times', async () => {
    await fault('webhook-duplicate', { copies: 3 });
    const { json } = await simulator.receive();
    const messages = await receiver.waitForItems('messages', 3);
    expect(messages.map(({ id }) => id)).toEqual([json.wamid, json.wamid, json.wamid]);
  });

  it('delivers duplicates in one body when batches are on', async () => {
    await fault('webhook-batch', { size: 2, windowMs: 500 });
    await fault('webhook-duplicate', { copies: 2 });
    await simulator.receive();
    await receiver.waitFor(1);
    expect(receiver.items('messages')).toHaveLength(2);
  });

  it('delivers late', async () => {
    await fault('webhook-delay', { ms: 60_000 });
    await simulator.receive();
    await settle();
    expect(receiver.received).toHaveLength(0);
    await simulator.control('POST', '/clock', { advanceMs: 60_000 });
    expect(receiver.received).toHaveLength(1);
  });

  it('lets events overtake one another', async () => {
    await fault('webhook-shuffle', { withinMs: 100_000 }, {});
    const { json } = await simulator.receive({ type: 'text', text: { body: '{n}' } }, { count: 12 });
    await simulator.control('POST', '/clock', { advanceMs: 100_000 });
    const ids = receiver.items('messages').map(({ id }) => id);
    expect([...ids].sort()).toEqual([...json.wamids].sort());
    expect(ids).not.toEqual(json.wamids);
  });

  it('mixes a batch', async () => {
    await fault('webhook-batch', { size: 12, windowMs: 1000 }, {});
    await fault('webhook-shuffle', { withinMs: 0 }, {});
    const { json } = await simulator.receive({ type: 'text', text: { body: '{n}' } }, { count: 12 });
    await receiver.waitFor(1);
    const ids = receiver.items('messages').map(({ id }) => id);
    expect([...ids].sort()).toEqual([...json.wamids].sort());
    expect(ids).not.toEqual(json.wamids);
  });

  it.each([
    ['cut', (text: string) => text.startsWith('{"object"') && !text.endsWith('}')],
    ['empty', (text: string) => text === ''],
    ['text', (text: string) => text === 'bad json'],
    ['array', (text: string) => Array.isArray(JSON.parse(text))],
    ['flat', (text: string) => Object.keys(JSON.parse(text)).sort().join() === 'contacts,messages'],
  ])('breaks a body: %s', async (how, fits) => {
    await fault('webhook-broken', { how });
    await simulator.receive();
    const [request] = await receiver.waitFor(1);
    expect(fits(request!.text)).toBe(true);
  });
});
