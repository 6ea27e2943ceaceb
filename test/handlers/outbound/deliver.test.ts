import dns from 'node:dns';
import fc from 'fast-check';
import { findByWamid, storeEntry } from '../../../src/handlers/core/records/entries';
import type { OutboxEntry } from '../../../src/handlers/core/records/Entry';
import { applyStatus } from '../../../src/handlers/inbound/webhook/applyStatus';
import { isAsSafe } from '../../../src/handlers/dialog360/fetchDirectly';
import { deliver } from '../../../src/handlers/outbound/delivery/deliver';
import { ACCEPTED, advanceDelivery, messageLock } from '../../../src/handlers/outbound/statuses/advanceDelivery';
import { isPrivateAddress } from '../../../src/handlers/core/settings/readCredentials';
import { postStatus, PrivateAddressError } from '../../../src/handlers/outbound/statuses/postStatus';
import { StatusReceiver } from '../../e2e/support/clients/StatusReceiver';
import { statusEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { permutations } from '../../support/permutations';
import { connectedNumber, conversation, outboxEntry } from '../../support/records';
import { postings, whatsappRoom } from '../../support/workspace';

describe('deliver', () => {
  // What comes after the first try is proven on the real runtime (test/e2e/outbound/retries.test.ts): no time passes here.
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick'] }));
  afterEach(() => jest.useRealTimers());

  const outgoing = {
    number: connectedNumber(),
    conversation: conversation(),
    roomId: 'room-id',
    messageId: 'message-id',
    about: 'message-id',
    gate: 'agent' as const,
    piece: { id: 'text 1', hasFile: false, content: async () => ({ type: 'text', text: { body: 'Hello' } }) },
  };
  const taken = { json: { messages: [{ id: 'wamid.out' }], contacts: [] } };
  const busy = { status: 429, json: { error: { code: 130429, message: 'Rate limit hit' } } };
  const refused = { status: 400, json: { error: { code: 131047, message: 'Re-engagement message' } } };
  const lost = new Error('socket hang up: ECONNRESET');

  /** A host with the room of the message, which answers so. */
  function workspace(...replies: NonNullable<Parameters<typeof fakeHost>[0]>['replies'] & object) {
    const { posted, modify, read } = postings([whatsappRoom()], [{ id: 'message-id', text: 'Hello' }]);
    // That a customer sees their message as read is no part of sending one.
    return { posted, ...fakeHost({ replies, modify, read, settings: { read_receipts: 'never' } }) };
  }

  /** Tells of the message in the moment in which it is being sent. */
  function tellWhileSending(
    { host }: ReturnType<typeof workspace>,
    act: (callbackData: string) => Promise<void>,
  ): void {
    const post = host.http.post.bind(host.http);
    jest.spyOn(host.http, 'post').mockImplementation(async (url, options) => {
      const body = JSON.parse(options?.content ?? '') as { biz_opaque_callback_data: string };
      await act(body.biz_opaque_callback_data);
      return post(url, options);
    });
  }

  describe('sending one message', () => {
    test('asks once, with the address, the quote and the callback data, and remembers what it became', async () => {
      const { host, store, requests } = workspace(taken);
      expect(await deliver(host, { ...outgoing, quotes: 'wamid.in' })).toBe('sent');
      expect(requests).toHaveLength(1);
      expect(JSON.parse(requests[0]?.content ?? '')).toEqual({
        messaging_product: 'whatsapp',
        recipient_type: 'individual',
        to: '5511955550111',
        type: 'text',
        text: { body: 'Hello' },
        context: { message_id: 'wamid.in' },
        biz_opaque_callback_data: expect.any(String),
      });
      expect(store.records).toMatchObject([
        { kind: 'link', wamid: 'wamid.out', delivery: 'accepted', about: 'message-id', piece: 'text 1' },
      ]);
      expect(host.memory.entriesAtWork.size).toBe(0);
    });

    test('costs five round trips, where customers are not shown that their messages were read', async () => {
      const { host, store } = workspace(taken);
      host.memory.settings.invalidate('read_receipts', 'never');
      // A process asks for it once.
      await host.memory.storeVersion.get(host);
      const before = store.roundTrips;
      await deliver(host, outgoing);
      expect(store.roundTrips - before).toBe(5);
    });

    test('waits with all that is needed when 360dialog said no for the moment', async () => {
      const { host, store, posted } = workspace(busy);
      expect(await deliver(host, outgoing)).toBe('waiting');
      expect(store.records).toMatchObject([
        { kind: 'outbox', state: 'waiting', tries: 1, gate: 'agent', content: { text: { body: 'Hello' } } },
      ]);
      expect(posted).toEqual([]);
    });

    test('waits for a status when it may have been taken', async () => {
      const { host, store, posted } = workspace(lost);
      expect(await deliver(host, outgoing)).toBe('waiting');
      expect(store.records).toMatchObject([
        { kind: 'outbox', state: 'asking', uncertain: true, messageId: 'message-id' },
      ]);
      expect(posted).toEqual([]);
      const callbackData = String(Reflect.get(store.records[0] ?? {}, 'entry'));
      await applyStatus(host, statusEvent('delivered', { callbackData }));
      const links = await findByWamid(host, 'wamid.out');
      expect(links).toMatchObject([{ kind: 'link', messageId: 'message-id', delivery: 'delivered' }]);
    });

    test('is told when it was refused, before its record goes', async () => {
      const fake = workspace(refused);
      let noted: object[] = [];
      const getCreator = fake.host.modify.getCreator.bind(fake.host.modify);
      fake.host.modify.getCreator = () => ((noted = fake.store.records), getCreator());
      expect(await deliver(fake.host, outgoing)).toBe('failed');
      expect(fake.posted).toMatchObject([{ room: 'room-id', text: expect.stringContaining('24 hours') }]);
      expect(noted).toMatchObject([{ kind: 'outbox' }]);
      expect(fake.store.records).toMatchObject([{ kind: 'refusal', key: 'errors:windowClosed', code: 131047 }]);
    });

    test('waits behind what was written earlier and is on its way, on whatever instance', async () => {
      const { host, store, requests } = workspace(taken);
      const queue = `${outgoing.number.digits} ${outgoing.conversation.customer}`;
      const earlier: OutboxEntry = outboxEntry({ queue, state: 'sending', busyUntil: Date.now() + 20_000 });
      await storeEntry(host, { ...earlier, queuedAt: 1 });
      expect(await deliver(host, { ...outgoing, queuedAt: 2 })).toBe('waiting');
      expect(requests).toEqual([]);
      expect(store.records).toMatchObject([{ queuedAt: 1 }, { queuedAt: 2, state: 'waiting' }]);
    });

    test('does not wait behind what was written later, nor behind another customer’s', async () => {
      const { host } = workspace(taken);
      const queue = `${outgoing.number.digits} ${outgoing.conversation.customer}`;
      await storeEntry(host, outboxEntry({ queue, state: 'waiting', queuedAt: 3 }));
      await storeEntry(host, outboxEntry({ queue: `${queue}0`, state: 'waiting', queuedAt: 1 }));
      expect(await deliver(host, { ...outgoing, queuedAt: 2 })).toBe('sent');
    });

    test('fails without being sent when its file cannot be brought to Meta', async () => {
      const { host, store, requests, posted } = workspace(taken);
      const content = async () => {
        throw new Error('too large');
      };
      expect(await deliver(host, { ...outgoing, piece: { ...outgoing.piece, hasFile: true, content } })).toBe('failed');
      expect(requests).toEqual([]);
      expect(posted).toHaveLength(1);
      expect(store.records).toMatchObject([{ kind: 'refusal', about: 'message-id', key: 'errors:bug' }]);
    });

    test('has not failed when its status came before the lost answer', async () => {
      const fake = workspace(lost);
      tellWhileSending(fake, async (callbackData) => {
        await applyStatus(fake.host, statusEvent('sent', { callbackData }));
      });
      await deliver(fake.host, outgoing);
      expect(await findByWamid(fake.host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'sent' }]);
    });

    test('is not sent when it could not be written down first', async () => {
      const { host, store, requests } = workspace(taken);
      store.failure = new Error('no database');
      await expect(deliver(host, outgoing)).rejects.toThrow('no database');
      expect(requests).toEqual([]);
    });

    test('has not failed when it was sent and could not be remembered: its status does that', async () => {
      const fake = workspace(taken);
      const { host, store, log } = fake;
      let callbackData = '';
      tellWhileSending(fake, async (data) => {
        callbackData = data;
        store.failure = new Error('no database');
      });
      expect(await deliver(host, outgoing)).toBe('sent');
      expect(log.join()).toContain('no database');
      store.failure = undefined;
      await applyStatus(host, statusEvent('read', { callbackData }));
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'read' }]);
    });
  });
});

describe('advanceDelivery', () => {
  const statuses = ['sent', 'delivered', 'read', 'played', 'failed'];
  /** A failure is worse than anything, but is not undone by mere acceptance. */
  const ranks = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

  /** How a message stands after each status, and how often a failure is told. */
  function run(order: readonly string[], from?: string) {
    let told = 0;
    let state = from;
    const states = order.map((status) => {
      const advance = advanceDelivery(state, status);
      told += Number(advance.failedNow);
      state = advance.state;
      return state;
    });
    return { states, told };
  }

  describe('the delivery of a message', () => {
    test('never moves backwards and tells of a failure at most once, in every order of all statuses', () => {
      for (const order of permutations(statuses)) {
        const { states, told } = run(order);
        const steps = states.map((state) => ranks.indexOf(state));
        expect([order, steps]).toEqual([order, [...steps].sort()]);
        expect(states.at(-1)).toBe('played');
        expect(told).toBeLessThanOrEqual(1);
      }
    });

    test('is not moved by what comes twice, or is not about the way', () => {
      const order = fc.array(fc.constantFrom(...statuses, 'deleted', 'warning', '', 'SENT', 'constructor'));
      fc.assert(
        fc.property(order, (given) => {
          const twice = given.flatMap((status) => [status, status]);
          expect(run(twice).states.at(-1)).toBe(run(given).states.at(-1));
          const known = given.filter((status) => statuses.includes(status));
          expect(run(known).states.at(-1) ?? ACCEPTED).toBe(run(given).states.at(-1) ?? ACCEPTED);
        }),
      );
    });

    test.each([
      [undefined, 'sent', 'sent'],
      ['a state of tomorrow', 'delivered', 'delivered'],
      ['accepted', 'read', 'read'],
      ['failed', 'delivered', 'delivered'],
      ['failed', 'sent', 'failed'],
      ['delivered', 'failed', 'delivered'],
      ['read', 'delivered', 'read'],
      ['played', 'failed', 'played'],
    ])('from %s by %s is %s', (from, status, to) => {
      expect(advanceDelivery(from, status).state).toBe(to);
    });

    test('tells of a failure where nothing better is known', () => {
      for (const from of [undefined, 'accepted', 'sent']) {
        expect(advanceDelivery(from, 'failed')).toEqual({ state: 'failed', failedNow: true });
      }
      for (const from of ['failed', 'delivered', 'read', 'played']) {
        expect(advanceDelivery(from, 'failed')).toEqual({ state: from, failedNow: false });
      }
    });
  });

  test('every message has a lock of its own', () => {
    expect(messageLock('a')).toBe(messageLock('a'));
    expect(messageLock('a')).not.toBe(messageLock('b'));
  });
});

describe('postStatus', () => {
  const hostOf = (url: string) => new URL(url).hostname;

  test.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://127.1/',
    'http://017700000001/',
    'http://0/',
    'http://10.1.2.3/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data',
    'http://100.64.0.1/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2001::7f00:1]/',
    'http://[2001:1ff::1]/',
    'http://[3fff::1]/',
    'http://[fe80::1]/',
    'http://[fd00::1]/',
    'http://[2002:7f00:1::]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://db.internal/',
    'http://printer.local/',
    'http://rocketchat/',
  ])('%s is private', (url) => {
    expect(isPrivateAddress(hostOf(url))).toBe(true);
  });

  test.each([
    'https://example.org/',
    'https://8.8.8.8/',
    'https://172.32.0.1/',
    'https://192.169.0.1/',
    'https://100.128.0.1/',
    'https://[2606:4700::1111]/',
    'https://[2001:200::1]/',
    'https://[2001:4860:4860::8888]/',
    'https://localhost.example.org/',
  ])('%s is public', (url) => {
    expect(isPrivateAddress(hostOf(url))).toBe(false);
  });

  // The name is public, and who answers for it decides where it leads.
  test.each(['127.0.0.1', '::ffff:127.0.0.1'])('a public name that leads to %s gets nothing', async (address) => {
    const receiver = await StatusReceiver.open();
    const answer: typeof dns.lookup = ((_name: string, _options: object, done: (...found: unknown[]) => void) =>
      done(null, [{ address, family: address.includes(':') ? 6 : 4 }])) as never;
    const lookup = jest.spyOn(dns, 'lookup').mockImplementation(answer);
    const url = receiver.url.replace('127.0.0.1', 'status.example.org');
    try {
      const refused = postStatus(url, { message: 'refused' }, { secret: '', allowPrivate: false });
      await expect(refused).rejects.toThrow(PrivateAddressError);
      expect(await postStatus(url, { message: 'allowed' }, { secret: '', allowPrivate: true })).toBe(200);
      expect(receiver.received.map(({ body }) => body)).toEqual([{ message: 'allowed' }]);
    } finally {
      lookup.mockRestore();
      receiver.close();
    }
  });

  test.each([
    ['https://waba.example/', 'https://files.example/', true],
    ['https://waba.example/', 'https://169.254.169.254/latest/meta-data', false],
    ['https://waba.example/', 'https://[::1]/', false],
    ['https://waba.example/', 'https://db.internal/', false],
    ['https://waba.example/', 'http://files.example/', false],
    ['https://waba.example/', 'file:///etc/passwd', false],
    ['file:///a', 'file:///etc/passwd', false],
    ['http://127.0.0.1:1/', 'http://127.0.0.1:2/', true],
  ])('a file of %s may be fetched from %s: %s', (from, to, isFetched) => {
    expect(isAsSafe(new URL(to), new URL(from))).toBe(isFetched);
  });
});
