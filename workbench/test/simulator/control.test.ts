import { accountEvents } from '../../src/simulator/account/accountEvents';
import { type Receiver, startReceiver } from './support/startReceiver';
import { ANA, startTestSimulator, type TestSimulator } from './support/startTestSimulator';
import type { Loose } from './support/Loose';

let simulator: TestSimulator;
let receiver: Receiver;

beforeEach(async () => {
  [simulator, receiver] = await Promise.all([startTestSimulator(), startReceiver()]);
});
afterEach(async () => {
  await simulator.stop();
  await receiver.stop();
});

describe('a new store', () => {
  it('has numbers, customers and templates to begin with', async () => {
    const { json } = await simulator.control('GET', '/state?reveal=1');
    expect(json.numbers.map(({ phoneNumber, apiKey }: Loose) => [phoneNumber, apiKey])).toEqual([
      ['551155550100', 'demo-key-551155550100'],
      ['493023125100', 'demo-key-493023125100'],
    ]);
    expect(json.customers.map(({ name }: Loose) => name)).toEqual([
      'Ana Souza',
      'Jonas Weber',
      'ليلى حداد',
      'Paulo Lima',
      'Sofía Ramírez',
      'Kai Nakamura',
    ]);
    expect(json).toMatchObject({ now: expect.any(Number), faults: [], switches: { window: 'async', batchSize: 1 } });
    expect(simulator.running.demo).toEqual({ apiKey: 'demo-key-551155550100', phoneNumber: '551155550100' });
  });
});

describe('numbers and customers', () => {
  it('adds a number with a key of its own', async () => {
    const { json } = await simulator.control('POST', '/numbers', {
      phoneNumber: '+44 20 7946 0100',
      displayName: 'Shop',
    });
    expect(json).toMatchObject({ phoneNumber: '442079460100', displayName: 'Shop', webhook: null });
    expect((await simulator.api('GET', '/health_status', undefined, json.apiKey)).status).toBe(200);
    const again = await simulator.control('POST', '/numbers', { phoneNumber: '442079460100' });
    expect([again.status, again.json.error]).toEqual([400, 'phoneNumber: exists already']);
    const taken = await simulator.control('POST', '/numbers', { phoneNumber: '442079460101', apiKey: json.apiKey });
    expect(taken.status).toBe(400);
  });

  it('adds a customer and invents what is missing', async () => {
    const { json } = await simulator.control('POST', '/customers', {});
    expect(json).toMatchObject({
      name: expect.stringMatching(/^\S+ \S+$/),
      waId: expect.stringMatching(/^\d+$/),
      userId: expect.stringMatching(/^BR\.\d{16}$/),
    });
    const hidden = await simulator.control('POST', '/customers', { name: 'Mia', noPhone: true });
    expect(hidden.json).not.toHaveProperty('waId');
    expect(hidden.json.username).toBe('mia');
    expect((await simulator.control('POST', '/customers', { waId: `+${ANA}` })).status).toBe(400);
  });

  it('shows a new profile name from then on', async () => {
    await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
    await simulator.control('PATCH', `/customers/${ANA}`, { name: 'Ana S. Lima' });
    await simulator.receive();
    await receiver.waitFor(1);
    expect(receiver.bodies()[0].entry[0].changes[0].value.contacts[0].profile.name).toBe('Ana S. Lima');
  });

  it.each([
    [
      'POST',
      '/customers/nobody/messages',
      { number: '551155550100', message: { type: 'text' } },
      404,
      /no customer nobody/,
    ],
    ['POST', `/customers/${ANA}/messages`, { number: '123', message: { type: 'text' } }, 404, /no number 123/],
    ['POST', `/customers/${ANA}/messages`, { message: { type: 'text' } }, 400, /number/],
    ['POST', `/customers/${ANA}/messages`, { number: '551155550100', count: 0 }, 400, /count/],
    ['POST', '/clock', { advanceMs: -5 }, 400, /advanceMs/],
    ['POST', '/switches', { window: 'sometimes' }, 400, /window/],
    ['POST', '/switches', { nonsense: 1 }, 400, /nonsense/],
    ['GET', '/nothing', undefined, 404, /no such control/],
  ])('answers %s %s %j with %d', async (method, path, body, status, words) => {
    const answer = await simulator.control(method, path, body);
    expect(answer.status).toBe(status);
    expect(answer.json.error).toMatch(words);
  });

  it('is not worked by pages of other sites', async () => {
    const response = await fetch(`${simulator.running.url}/control/numbers/551155550100/key`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'cross-site' },
    });
    expect(response.status).toBe(403);
  });
});

describe('events', () => {
  it('tell what happens as it happens', async () => {
    const aborted = new AbortController();
    const response = await fetch(`${simulator.running.url}/control/events`, { signal: aborted.signal });
    expect(response.headers.get('content-type')).toBe('text/event-stream');
    await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
    await simulator.receive();
    const { json } = await simulator.send({ type: 'text', text: { body: 'Hi' } });
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    while (!/event: phone\n.*"status":"read"/.test(text)) text += (await reader.read()).value ?? '';
    aborted.abort();
    const events = text
      .split('\n\n')
      .filter((block) => block.startsWith('event: '))
      .map((block) => ({
        name: block.slice(7, block.indexOf('\n')),
        data: JSON.parse(block.slice(block.indexOf('data: ') + 6)),
      }));
    expect(new Set(events.map(({ name }) => name))).toEqual(new Set(['state', 'request', 'phone', 'delivery']));
    const ours = events.filter(({ name, data }) => name === 'phone' && data.message?.wamid === json.messages[0].id);
    expect(ours.map(({ data }) => data.message.status)).toEqual(['accepted', 'sent', 'delivered', 'read']);
    expect(ours[0]!.data).toMatchObject({ customerId: expect.any(String), number: '551155550100' });
  });
});

describe('account events', () => {
  it.each(Object.keys(accountEvents))('plays %s', async (field) => {
    await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
    const { status } = await simulator.control('POST', '/account-events', { number: '551155550100', field });
    expect(status).toBe(200);
    await receiver.waitFor(1);
    expect(receiver.bodies()[0].entry[0].changes[0].field).toBe(field);
  });

  it('go to the WABA’s webhook only, when told so', async () => {
    await simulator.control('POST', '/switches', { accountEvents: 'waba-only' });
    await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url });
    await simulator.control('POST', '/account-events', { number: '551155550100', field: 'account_review_update' });
    await simulator.control('POST', '/clock', { advanceMs: 10 });
    expect(receiver.received).toHaveLength(0);
    await simulator.api('POST', '/waba_webhook', { url: receiver.url });
    await simulator.control('POST', '/account-events', {
      number: '551155550100',
      field: 'anything_new',
      value: { a: 1 },
    });
    await receiver.waitFor(1);
    expect(receiver.bodies()[0].entry[0].changes).toEqual([{ field: 'anything_new', value: { a: 1 } }]);
  });
});

describe('strange requests to the API', () => {
  it('answers one that is too large with 413', async () => {
    const { status, json } = await simulator.api('POST', '/messages', 'x'.repeat(6 * 1024 * 1024));
    expect([status, typeof json.error]).toEqual([413, 'string']);
  });

  it('answers a broken upload with 400', async () => {
    const response = await fetch(`${simulator.running.url}/media`, {
      method: 'POST',
      headers: { 'D360-API-KEY': simulator.running.demo.apiKey, 'Content-Type': 'multipart/form-data; boundary=x' },
      body: 'no boundary at all',
    });
    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(501);
  });
});
