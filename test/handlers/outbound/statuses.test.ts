import { file, findByWamid, noteOn, storeEntry } from '../../../src/handlers/core/records/entries';
import type { EarlyEntry, LinkEntry } from '../../../src/handlers/core/records/Entry';
import { applyStatus } from '../../../src/handlers/inbound/webhook/applyStatus';
import { linkSent } from '../../../src/handlers/outbound/delivery/linkSent';
import { messageLock } from '../../../src/handlers/outbound/statuses/advanceDelivery';
import type { StatusEvent } from '../../../src/handlers/whatsapp/webhook/WebhookEvent';
import { moveDeliveryLine } from '../../../src/handlers/outbound/statuses/deliveryLine';
import { statusEvent } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { permutations } from '../../support/permutations';
import { outboxEntry } from '../../support/records';
import { nodesOf } from '../../support/screens';
import { notices, postings, whatsappRoom } from '../../support/workspace';

describe('applyStatus', () => {
  const statuses: StatusEvent['status'][] = ['sent', 'delivered', 'read', 'failed'];

  /** A workspace with the room of the message, and the cards that tell there that it failed. */
  function workspace() {
    const { posted: cards, modify, read } = postings([whatsappRoom()], [{ id: 'message-id', text: 'Hello' }]);
    return { ...fakeHost({ modify, read }), cards };
  }

  /** A workspace from which a message went out. */
  async function sent() {
    const fake = workspace();
    const outbox = outboxEntry();
    await storeEntry(fake.host, outbox);
    await linkSent(fake.host, outbox, 'wamid.out');
    fake.store.roundTrips = 0;
    return fake;
  }

  describe('a status of a message', () => {
    test('moves it forward with two round trips, and costs one when it is repeated', async () => {
      const { host, store } = await sent();
      await applyStatus(host, statusEvent('delivered'));
      expect(store.roundTrips).toBe(2);
      await applyStatus(host, statusEvent('delivered'));
      expect(store.roundTrips).toBe(3);
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ delivery: 'delivered', messageId: 'message-id' }]);
    });

    test('comes in any order, before, while and after the message becomes known, and the end is the same', async () => {
      for (const order of permutations<StatusEvent['status'] | 'link'>(['sent', 'read', 'failed', 'link'])) {
        const { host } = workspace();
        const outbox = outboxEntry();
        await storeEntry(host, outbox);
        await Promise.all(
          order.map((step) =>
            step === 'link'
              ? host.memory.locks.run(messageLock('wamid.out'), () => linkSent(host, outbox, 'wamid.out'))
              : applyStatus(host, statusEvent(step)),
          ),
        );
        expect([order, await findByWamid(host, 'wamid.out')]).toMatchObject([
          order,
          [{ kind: 'link', delivery: 'read' }],
        ]);
      }
    });

    test('told to two instances at once leaves the better news, whoever writes last', async () => {
      for (const order of permutations<StatusEvent['status']>(['sent', 'delivered', 'read'])) {
        const { host, store } = await sent();
        const hosts = [host, fakeHost({ store }).host, fakeHost({ store }).host];
        await Promise.all(order.map((status, at) => applyStatus(hosts[at] ?? host, statusEvent(status))));
        const [link] = await findByWamid(host, 'wamid.out');
        expect([order, link]).toMatchObject([order, { kind: 'link', delivery: 'read', messageId: 'message-id' }]);
      }
    });

    test('undoes nothing that another instance noted of the message meanwhile', async () => {
      const { host, store } = await sent();
      const create = store.createWithAssociations.bind(store);
      jest.spyOn(store, 'createWithAssociations').mockImplementationOnce(async (data, associations) => {
        await noteOn(fakeHost({ store }).host, { wamid: 'wamid.out' }, { reaction: 'heart' });
        return create(data, associations);
      });
      await applyStatus(host, statusEvent('read'));
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ delivery: 'read', reaction: 'heart' }]);
    });

    test('finds its message also when another instance remembered it in the same moment', async () => {
      const { host, store, cards } = workspace();
      const other = fakeHost({ store }).host;
      const outbox = outboxEntry();
      await storeEntry(host, outbox);
      const create = store.createWithAssociations.bind(store);
      jest.spyOn(store, 'createWithAssociations').mockImplementationOnce(async (data, associations) => {
        await linkSent(other, outbox, 'wamid.out');
        return create(data, associations);
      });
      await applyStatus(host, statusEvent('failed'));
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'failed' }]);
      expect(cards).toHaveLength(1);
    });

    test('finds its message by the callback data when its send was never answered', async () => {
      const { host } = fakeHost();
      const outbox = outboxEntry();
      await storeEntry(host, outbox);
      await applyStatus(host, statusEvent('delivered', { callbackData: outbox.entry }));
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([
        { kind: 'link', delivery: 'delivered', messageId: 'message-id' },
      ]);
    });

    test.each(['unknown-entry', ''])(
      'with callback data "%s" that is not ours is kept for its message',
      async (callbackData) => {
        const { host } = fakeHost();
        await applyStatus(host, statusEvent('sent', { callbackData }));
        await applyStatus(host, statusEvent('read', { callbackData }));
        await applyStatus(host, statusEvent('delivered', { callbackData }));
        expect((await findByWamid(host, 'wamid.out')).at(-1)).toMatchObject({ kind: 'early', delivery: 'read' });
      },
    );

    test('tells of a failure once, with its reason, in whatever order it comes', async () => {
      for (const order of permutations(statuses)) {
        const { host, cards } = await sent();
        for (const status of [...order, ...order]) {
          await applyStatus(
            host,
            statusEvent(status, { errors: [{ code: 131026, message: 'Undeliverable' }] as never }),
          );
        }
        const delivered = Math.min(order.indexOf('delivered'), order.indexOf('read'));
        expect([order, cards.length]).toEqual([order, order.indexOf('failed') < delivered ? 1 : 0]);
      }
    });

    test('that failed is told before it is remembered: after a crash in between the repeated one tells', async () => {
      const { host, store, cards } = await sent();
      // The card is posted, and then the power is cut.
      const push = cards.push.bind(cards);
      jest.spyOn(cards, 'push').mockImplementationOnce((card) => {
        store.failure = new Error('power cut');
        return push(card);
      });
      await expect(applyStatus(host, statusEvent('failed'))).rejects.toThrow('power cut');
      store.failure = undefined;
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'accepted' }]);
      // What the process claimed that was cut off is anybody's after a while.
      const later = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 21_000);
      await applyStatus(host, statusEvent('failed'));
      await applyStatus(host, statusEvent('failed'));
      later.mockRestore();
      expect(cards).toHaveLength(2);
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', delivery: 'failed' }]);
    });

    test('of a customer’s own message changes nothing', async () => {
      const { host, cards } = workspace();
      await storeEntry(host, {
        entry: 'e',
        minute: '2026-11-22T10:00',
        wamid: 'wamid.out',
        kind: 'link',
        direction: 'in',
        number: '1',
        customer: '2',
      });
      await applyStatus(host, statusEvent('failed'));
      expect(await findByWamid(host, 'wamid.out')).toMatchObject([{ kind: 'link', direction: 'in' }]);
      expect(cards).toEqual([]);
    });
  });
});

describe('linkSent', () => {
  const early = (facts: Partial<EarlyEntry> = {}): EarlyEntry => ({
    ...file(Date.now(), 'wamid.out'),
    kind: 'early',
    delivery: 'delivered',
    ...facts,
  });

  describe('a message that WhatsApp took', () => {
    test('is remembered with its room and its place in it, and is not on its way any more', async () => {
      const { host, store } = fakeHost();
      const outbox = outboxEntry();
      await storeEntry(host, outbox);
      await linkSent(host, outbox, 'wamid.out');
      expect(store.records).toEqual([
        {
          entry: expect.any(String),
          minute: expect.any(String),
          wamid: 'wamid.out',
          kind: 'link',
          direction: 'out',
          number: '551155550100',
          customer: '5511955550111',
          roomId: 'room-id',
          messageId: 'message-id',
          delivery: 'accepted',
          reached: { accepted: expect.any(Number) },
          outbox: outbox.entry,
          process: expect.any(String),
        },
      ]);
    });

    test('takes over what a status told before', async () => {
      const { host, store } = fakeHost();
      const outbox = outboxEntry();
      await storeEntry(host, outbox);
      await storeEntry(host, early());
      expect(await linkSent(host, outbox, 'wamid.out')).toMatchObject({ delivery: 'delivered' });
      expect(store.records).toMatchObject([{ kind: 'link', delivery: 'delivered' }]);
    });

    test('tells of a failure that was told before, with its reason', async () => {
      const { posted, modify, read } = postings([whatsappRoom()], [{ id: 'message-id', text: 'Hello' }]);
      const { host, store } = fakeHost({ modify, read });
      const outbox = outboxEntry();
      await storeEntry(host, outbox);
      await storeEntry(host, early({ delivery: 'failed', errors: [{ code: 131047 }] }));
      let noted: unknown[] = [];
      const push = posted.push.bind(posted);
      jest.spyOn(posted, 'push').mockImplementationOnce((card) => {
        noted = store.records.map((record) => Reflect.get(record, 'kind') as unknown);
        return push(card);
      });
      await linkSent(host, outbox, 'wamid.out');
      // A crash before the card leaves a trace.
      expect(noted).toContain('outbox');
      expect(posted[0]).toMatchObject({ room: 'room-id', text: expect.stringContaining('“Hello”') });
      expect(nodesOf(posted[0]?.blocks).some(({ value }) => value === 'keep-message')).toBe(true);
    });

    test('has one link, whether its answer or its status came first', async () => {
      const { host, store } = fakeHost();
      const outbox = outboxEntry();
      await storeEntry(host, outbox);
      const links = [await linkSent(host, outbox, 'wamid.out'), await linkSent(host, outbox, 'wamid.out')];
      expect(links[0]).toEqual(links[1]);
      expect(store.records).toHaveLength(1);
    });
  });
});

describe('moveDeliveryLine', () => {
  const START = Date.UTC(2026, 4, 20, 12, 0);

  beforeEach(() => jest.useFakeTimers({ now: START, doNotFake: ['nextTick', 'setImmediate'] }));
  afterEach(() => jest.useRealTimers());

  const link = (messageId: string, minute: number, delivery: string, part?: LinkEntry['part']): LinkEntry => ({
    ...file(START, `wamid.${messageId}.${part?.at ?? 0}`),
    kind: 'link',
    direction: 'out',
    number: '551155550100',
    customer: '5511955550111',
    roomId: 'room-id',
    messageId,
    about: messageId,
    postedAt: START + minute * 60_000,
    watchers: [{ id: 'agent-id' }],
    delivery,
    part,
  });
  const below = (minute: number) => START + minute * 60_000 + 1;

  test('moves it once a second at most, past what came meanwhile, and never to an older message', async () => {
    const { said, modify, read } = notices();
    const { host } = fakeHost({ modify, read });
    await moveDeliveryLine(host, link('first', 1, 'delivered'));
    await moveDeliveryLine(host, link('second', 2, 'delivered'));
    await moveDeliveryLine(host, link('third', 3, 'read'));
    await moveDeliveryLine(host, link('first', 1, 'read'));
    expect(said.map(({ at }) => at)).toEqual([below(1)]);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(said.map(({ at }) => at)).toEqual([below(1), below(3)]);
    await jest.advanceTimersByTimeAsync(60_000);
    await moveDeliveryLine(host, link('second', 2, 'read'));
    expect(said).toHaveLength(2);
  });

  test.each<[what: string, other: LinkEntry[], says: RegExp[]]>([
    ['nothing while the rest is on its way', [], []],
    ['nothing while the rest was only taken', [link('long', 1, 'sent', { at: 1, isLast: true })], []],
    ['that all of it was delivered', [link('long', 1, 'read', { at: 1, isLast: true })], [/^.*Delivered/]],
    ['that a part of it failed', [link('long', 1, 'failed', { at: 1, isLast: true })], [/^.*Not delivered/]],
    [
      'that all of it was delivered where the failed part was sent again',
      [link('long', 1, 'failed', { at: 1, isLast: true }), link('long', 1, 'delivered', { at: 1, isLast: true })],
      [/^.*Delivered/],
    ],
  ])('after a part of a message says %s, as any instance has recorded it', async (_what, others, says) => {
    const { said, modify, read } = notices();
    const { host } = fakeHost({ modify, read });
    for (const other of others) await storeEntry(host, other);
    await moveDeliveryLine(host, link('long', 1, 'delivered', { at: 0, isLast: false }));
    expect(said.map(({ text }) => text)).toEqual(says.map((pattern): unknown => expect.stringMatching(pattern)));
  });

  test('of a long message that version 0.2.0 has sent, whose parts have no position, tells when all of it arrived', async () => {
    const { said, modify, read } = notices();
    const { host } = fakeHost({ modify, read });
    const part = (piece: string, delivery: string): LinkEntry => {
      return { ...link('long', 1, delivery), ...file(START, `wamid.${piece}`), piece };
    };
    for (const piece of ['text:a', 'text:b', 'text:c']) await storeEntry(host, part(piece, 'accepted'));
    await moveDeliveryLine(host, part('text:b', 'delivered'));
    await moveDeliveryLine(host, part('text:a', 'read'));
    expect(said).toEqual([]);
    await moveDeliveryLine(host, part('text:c', 'delivered'));
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('Delivered')]);
  });
});
