import { waitFor } from '../../../test/e2e/support/waitFor';
import { createLanes } from '../../src/simulator/webhooks/WebhookSender';
import type { Receiver } from './support/startReceiver';
import { startReceiver } from './support/startReceiver';
import type { TestSimulator } from './support/startTestSimulator';
import { startTestSimulator } from './support/startTestSimulator';

type Delivery = { error?: string };

describe('webhooks', () => {
  let simulator: TestSimulator;
  let receiver: Receiver;

  beforeEach(async () => {
    [simulator, receiver] = await Promise.all([startTestSimulator(), startReceiver()]);
    await simulator.api('POST', '/v1/configs/webhook', {
      url: receiver.url.replace('http://', 'http://us%40er:pa%3Ass@'),
      headers: { 'X-Webhook-Secret': 'S3cret' },
    });
  });
  afterEach(async () => {
    await simulator.stop();
    await receiver.stop();
  });

  const advance = (advanceMs: number) => simulator.control('POST', '/clock', { advanceMs });
  const deliveries = async () => (await simulator.control('GET', '/deliveries')).json;

  describe('configuring a webhook', () => {
    it('answers with what was set and gives it back', async () => {
      const set = await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url, headers: { A: 'b' } });
      expect([set.status, set.json]).toEqual([200, { url: receiver.url, headers: { A: 'b' } }]);
      expect((await simulator.api('GET', '/v1/configs/webhook')).json).toEqual(set.json);
    });

    it('clears it by an empty url, and has no DELETE', async () => {
      expect((await simulator.api('DELETE', '/v1/configs/webhook')).status).toBe(403);
      await simulator.api('POST', '/v1/configs/webhook', { url: '' });
      expect((await simulator.api('GET', '/v1/configs/webhook')).json).toEqual({ url: '', headers: {} });
      await simulator.control('POST', '/switches', { unsetWebhook: '404' });
      expect((await simulator.api('GET', '/v1/configs/webhook')).status).toBe(404);
    });

    it.each([
      ['nothing', {}, /url is required/],
      ['something that is no URL', { url: 'nowhere' }, /Invalid webhook URL/],
      ['a file', { url: 'file:///etc/passwd' }, /Invalid webhook URL/],
      ['plain http', { url: 'http://example.com/' }, /https/],
      ['a port', { url: 'https://example.com:8443/' }, /port/],
      ['an underscore', { url: 'https://my_host.example.com/' }, /underscore/],
      ['a header that is no text', { url: 'https://example.com/', headers: { A: 1 } }, /must be a string/],
      ['a header with a line break', { url: 'https://example.com/', headers: { A: 'b\nC: d' } }, /characters/],
    ])('refuses %s', async (_title, body, words) => {
      const { status, json } = await simulator.api('POST', '/v1/configs/webhook', body);
      expect(status).toBe(400);
      expect(json.error).toMatch(words);
    });

    it('refuses this machine too when the rules are strict', async () => {
      await simulator.control('POST', '/switches', { webhookUrlRules: 'strict' });
      expect((await simulator.api('POST', '/v1/configs/webhook', { url: receiver.url })).status).toBe(400);
      await simulator.control('POST', '/switches', { webhookUrlRules: 'off' });
      expect((await simulator.api('POST', '/v1/configs/webhook', { url: 'http://my_host:80/' })).status).toBe(200);
    });
  });

  describe('delivering', () => {
    it('posts the envelope with the registered headers verbatim, as 360dialog’s sender does', async () => {
      const { json } = await simulator.receive();
      const [request] = await receiver.waitFor(1);
      expect(request!.rawHeaders).toEqual(expect.arrayContaining(['X-Webhook-Secret', 'S3cret']));
      expect(request!.headers).toMatchObject({
        'user-agent': 'python-httpx/0.28.1',
        'content-type': 'application/json',
        authorization: `Basic ${Buffer.from('us@er:pa:ss').toString('base64')}`,
      });
      expect(request!.headers).not.toHaveProperty('x-hub-signature-256');
      const state = await simulator.control('GET', '/state');
      const [number] = state.json.numbers;
      expect(receiver.bodies()[0]).toEqual({
        object: 'whatsapp_business_account',
        entry: [
          {
            id: number.wabaId,
            changes: [
              {
                field: 'messages',
                value: {
                  messaging_product: 'whatsapp',
                  metadata: { display_phone_number: '551155550100', phone_number_id: number.phoneNumberId },
                  contacts: [
                    { profile: { name: 'Ana Souza' }, wa_id: '5511955550111', user_id: 'BR.1000000000000111' },
                  ],
                  messages: [
                    {
                      from: '5511955550111',
                      from_user_id: 'BR.1000000000000111',
                      id: json.wamid,
                      timestamp: expect.stringMatching(/^\d{10}$/),
                      type: 'text',
                      text: { body: 'Hello' },
                    },
                  ],
                },
              },
            ],
          },
        ],
      });
      expect((await deliveries())[0]).toMatchObject({
        state: 'delivered',
        status: 200,
        attempts: 1,
        summary: 'messages: 1',
      });
    });

    it.each([201, 204, 302, 401, 500])('takes %d for a failure and tries again after a pause', async (status) => {
      receiver.answer = status;
      await simulator.receive();
      await receiver.waitFor(1);
      await advance(0);
      expect((await deliveries())[0]).toMatchObject({ state: 'pending', status, attempts: 1 });
      receiver.answer = 200;
      await advance(2100);
      expect((await deliveries())[0]).toMatchObject({ state: 'delivered', status: 200, attempts: 2 });
      expect(receiver.received[1]!.text).toBe(receiver.received[0]!.text);
    });

    it('gives up waiting after the timeout', async () => {
      await simulator.control('POST', '/switches', { webhookTimeoutMs: 150 });
      receiver.answer = 'hang';
      await simulator.receive();
      const delivery = await waitFor(
        async () => (await deliveries()).find(({ error }: Delivery) => error !== undefined),
        {
          what: 'the end of the attempt',
        },
      );
      expect(delivery).toMatchObject({ state: 'pending', error: 'no answer within 150 ms' });
      expect(delivery.status).toBeUndefined();
    });

    it('doubles the pause each time, up to the longest, and gives up at the horizon', async () => {
      await simulator.control('POST', '/switches', { retryMaxMs: 20_000, retryHorizonMs: 60_000 });
      receiver.answer = 500;
      await simulator.receive();
      await receiver.waitFor(1);
      const pauses: number[] = [];
      for (let last = await deliveries(); last[0].state === 'pending'; last = await deliveries()) {
        const { attempts, lastAttemptAt, nextAttemptAt } = last[0];
        pauses.push(nextAttemptAt - lastAttemptAt);
        const now: number = (await simulator.control('GET', '/state')).json.now;
        await advance(nextAttemptAt - now + 1);
        expect((await deliveries())[0].attempts).toBe(Number(attempts) + 1);
      }
      expect(pauses).toEqual([2000, 4000, 8000, 16_000, 20_000]);
      expect((await deliveries())[0]).toMatchObject({ state: 'expired', attempts: 6 });
    });

    it('makes all attempts that fall into one long journey', async () => {
      receiver.answer = 503;
      await simulator.receive();
      await receiver.waitFor(1);
      await advance(3_600_000);
      // 2 s, 4 s, … until the sum passes an hour: 2 + 4 + … + 2048 = 4094 s, so ten repeats fit.
      expect(receiver.received).toHaveLength(11);
    });

    it('loses what comes while no webhook is registered', async () => {
      await simulator.api('POST', '/v1/configs/webhook', { url: '' });
      await simulator.receive();
      await advance(10);
      expect((await deliveries())[0]).toMatchObject({ state: 'unroutable' });
      expect(receiver.received).toHaveLength(0);
    });

    it('falls back to the WABA’s webhook, and the number’s wins', async () => {
      const waba = receiver.url.replace('incoming', 'waba');
      await simulator.api('POST', '/waba_webhook', { url: waba });
      await simulator.receive();
      await receiver.waitFor(1);
      await simulator.api('POST', '/v1/configs/webhook', { url: '' });
      await simulator.receive();
      const [first, second] = await receiver.waitFor(2);
      expect([first!.path, second!.path]).toEqual(['/incoming', '/waba']);
      await simulator.api('POST', '/waba_webhook', { url: waba, override_all: true });
      expect((await simulator.api('GET', '/v1/configs/webhook')).json.url).toBe(waba);
    });

    it.each([
      ['plus', '+551155550100'],
      ['dashes', '+55 11 5555-0100'],
    ])('writes the number with %s as some accounts do', async (displayNumber, written) => {
      await simulator.control('POST', '/switches', { displayNumber });
      await simulator.receive();
      await receiver.waitFor(1);
      expect(receiver.bodies()[0].entry[0].changes[0].value.metadata.display_phone_number).toBe(written);
    });

    it('delivers any body as it is', async () => {
      await simulator.control('POST', '/webhooks', { number: '551155550100', body: { any: 'thing' } });
      await simulator.control('POST', '/webhooks', { number: '551155550100', body: 'no json' });
      const received = await receiver.waitFor(2);
      expect(received.map(({ text }) => text).sort()).toEqual(['no json', '{"any":"thing"}']);
    });
  });

  describe('batches', () => {
    it('collects up to a thousand elements in one body', async () => {
      await simulator.control('POST', '/switches', { batchSize: 1000, batchWindowMs: 200, batchBytes: 3_000_000 });
      const { json } = await simulator.receive({ type: 'text', text: { body: 'Number {n}' } }, { count: 1001 });
      expect(json.wamids).toHaveLength(1001);
      const messages = await receiver.waitForItems('messages', 1001);
      expect(
        receiver.received.map((_, index) => receiver.bodies()[index].entry[0].changes[0].value.messages.length),
      ).toEqual([1000, 1]);
      expect(messages.map(({ id }) => id)).toEqual(json.wamids);
      expect(messages[999].text.body).toBe('Number 1000');
      expect(receiver.bodies()[0].entry[0].changes[0].value.contacts).toHaveLength(1);
    });

    it('begins another body before one grows over its limit', async () => {
      await simulator.control('POST', '/switches', { batchSize: 1000, batchWindowMs: 200, batchBytes: 20_000 });
      const { json } = await simulator.receive({ type: 'text', text: { body: 'Number {n}' } }, { count: 100 });
      const messages = await receiver.waitForItems('messages', 100);
      expect(receiver.received.length).toBeGreaterThan(1);
      for (const { text } of receiver.received) expect(text.length).toBeLessThan(20_000);
      expect(messages.map(({ id }) => id).sort()).toEqual([...json.wamids].sort());
    });

    it('mixes messages and statuses in one body', async () => {
      await simulator.receive();
      await receiver.waitFor(1);
      await simulator.control('POST', '/switches', { batchSize: 10, batchWindowMs: 400, readAfterMs: null });
      await simulator.send({ type: 'text', text: { body: 'Hi' } });
      await advance(450);
      await simulator.receive();
      await advance(1000);
      const { changes } = receiver.bodies()[1].entry[0];
      expect(changes).toHaveLength(1);
      expect(Object.keys(changes[0].value)).toEqual(expect.arrayContaining(['messages', 'statuses']));
    });

    it('can make a change of each element', async () => {
      await simulator.control('POST', '/switches', { batchSize: 3, batchStyle: 'separate' });
      await simulator.receive(undefined, { count: 3 });
      await receiver.waitFor(1);
      expect(receiver.bodies()[0].entry[0].changes).toHaveLength(3);
    });
  });

  describe('replaying', () => {
    it('addresses the bodies of a folder to a number, and skips what is no webhook', async () => {
      const { mkdtemp, rm, writeFile } = await import('node:fs/promises');
      const folder = await mkdtemp(`${(await import('node:os')).tmpdir()}/replay-`);
      const envelope = (name: string) => ({
        object: 'whatsapp_business_account',
        entry: [
          {
            id: '1',
            changes: [{ field: 'messages', value: { metadata: { phone_number_id: '9' }, messages: [{ id: name }] } }],
          },
        ],
      });
      await writeFile(`${folder}/a.json`, JSON.stringify(envelope('a')));
      await writeFile(`${folder}/b.json`, JSON.stringify({ first: envelope('b1'), second: envelope('b2') }));
      await writeFile(`${folder}/c.json`, JSON.stringify({ contacts: [], messages: [{ id: 'flat' }] }));
      await writeFile(`${folder}/d.json`, JSON.stringify({ request: {}, response: { status: 200 } }));
      await writeFile(`${folder}/e.json`, JSON.stringify([envelope('e1'), envelope('e2')]));
      await writeFile(`${folder}/f.json`, JSON.stringify(envelope('f').entry[0]?.changes[0]));
      const { json } = await simulator.control('POST', '/replay', { number: '551155550100', folder });
      await rm(folder, { recursive: true });
      expect(json).toMatchObject({
        delivered: 5,
        results: [{ file: 'a.json' }, { file: 'b.json' }, {}, { skipped: 'no webhook body' }, {}, {}],
      });
      await receiver.waitFor(7);
      const state = await simulator.control('GET', '/state');
      const metadata = receiver.bodies().flatMap((body) => (body.entry?.[0].changes[0] ?? body).value?.metadata ?? []);
      expect(metadata).toHaveLength(6);
      expect(new Set(metadata.map((item) => item.phone_number_id))).toEqual(
        new Set([state.json.numbers[0].phoneNumberId]),
      );
    });

    it('says when there is no such folder', async () => {
      const { status, json } = await simulator.control('POST', '/replay', {
        number: '551155550100',
        folder: '/nowhere/at/all',
      });
      expect([status, json.error]).toEqual([400, 'folder: cannot read /nowhere/at/all']);
    });
  });
});

describe('lanes', () => {
  test('a lane has no more at work than it has places, whoever comes just as one ends', async () => {
    const lanes = createLanes();
    const ends: (() => void)[] = [];
    let running = 0;
    let most = 0;
    const work = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise<void>((resolve) => ends.push(resolve));
      running -= 1;
    };
    const all = [lanes.run('a', 1, work), lanes.run('a', 1, work)];
    ends.shift()?.();
    // In one of these turns the first one has ended and the waiting one has not begun.
    for (let turn = 0; turn < 8; turn += 1) {
      all.push(lanes.run('a', 1, work));
      await Promise.resolve();
    }
    expect(most).toBe(1);
    const over = Promise.all(all).then(() => true);
    while (!(await Promise.race([over, Promise.resolve(false)]))) ends.shift()?.();
    expect({ running, most }).toEqual({ running: 0, most: 1 });
  });
});
