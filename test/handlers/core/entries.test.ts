import { association, minute, toRecord } from '../../../src/handlers/core/records/association';
import {
  file,
  findByMinute,
  findByWamid,
  findEntry,
  purgeMinute,
  removeEntry,
  replaceEntry,
  storeEntry,
} from '../../../src/handlers/core/records/entries';
import type { LinkEntry, NoteEntry } from '../../../src/handlers/core/records/Entry';
import { readEntry } from '../../../src/handlers/core/records/Entry';
import { furthest, readTogether } from '../../../src/handlers/core/records/notes';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { isRepeated } from '../../../src/handlers/inbound/webhook/Task';
import { advanceDelivery } from '../../../src/handlers/outbound/statuses/advanceDelivery';
import { fakeHost } from '../../support/fakeHost';
import { overTheWire } from '../../support/MemoryPersistence';
import { permutations } from '../../support/permutations';
import { inboxEntry } from '../../support/records';

describe('Entry', () => {
  const filing = { entry: 'e1', minute: '2026-11-22T10:00' };
  const link = { ...filing, kind: 'link', direction: 'in', number: '1', customer: '2' };

  describe('a stored record', () => {
    test.each([
      [{ ...filing, kind: 'inbox', receivedAt: 1, body: { any: ['thing'] }, sender: '1', attempts: 0 }],
      [{ ...filing, kind: 'inbox', receivedAt: 1, body: null, sender: '1', attempts: 3, wamid: 'w', resumed: true }],
      [link],
      [{ ...link, wamid: 'w', direction: 'out', roomId: 'r', messageId: 'm', delivery: 'read' }],
      [{ ...filing, kind: 'early', wamid: 'w', delivery: 'sent' }],
      [{ ...filing, kind: 'outbox', number: '1', customer: '2', roomId: 'r', at: 1 }],
    ])('is read as it was written: %j', (record) => {
      expect(readEntry(record)).toEqual(record);
    });

    test.each([
      ['of another kind', { ...filing, kind: 'undelivered' }],
      ['of an unknown direction', { ...link, direction: 'up' }],
      ['without its filing', { kind: 'early', delivery: 'sent' }],
      ['with a null where a text may be absent', { ...link, roomId: null }],
      ['that is none', undefined],
      ['that is a text', 'inbox'],
    ])('%s is left alone', (_what, record) => {
      expect(readEntry(record)).toBeUndefined();
    });
  });
});

describe('association', () => {
  test('every kind of association has ids of its own', () => {
    expect(association('install').getID()).toBe('install');
    expect(association('number', '1').getID()).toBe('number:1');
    expect(association('entry', '1').getID()).not.toBe(association('minute', '1').getID());
    expect(association('numbers').getModel()).toBe('misc');
  });
});

describe('entries', () => {
  const at = Date.UTC(2026, 10, 22, 10, 0, 30);

  describe('records of the message path', () => {
    test('are found by their id, their minute and their message, with one round trip each', async () => {
      const { host, store } = fakeHost();
      const entry = inboxEntry({ receivedAt: at, wamid: 'wamid.1' });
      await storeEntry(host, entry);
      expect(store.roundTrips).toBe(1);
      expect(await findEntry(host, entry.entry)).toEqual(entry);
      expect(await findByMinute(host, '2026-11-22T10:00')).toEqual([entry]);
      expect(await findByWamid(host, 'wamid.1')).toEqual([entry]);
      expect(store.roundTrips).toBe(4);
    });

    test('without a message are read back too, although absent facts become null on the way', async () => {
      const { host } = fakeHost();
      const entry = inboxEntry({ receivedAt: at });
      await storeEntry(host, entry);
      expect(await findByMinute(host, entry.minute)).toEqual([{ ...entry, wamid: undefined }]);
    });

    test.each(['wamid.1', undefined])('are replaced by another one with the same filing (wamid %s)', async (wamid) => {
      const { host, store } = fakeHost();
      const entry = inboxEntry({ receivedAt: at, wamid });
      const link: LinkEntry = {
        entry: entry.entry,
        minute: entry.minute,
        wamid,
        kind: 'link',
        direction: 'in',
        number: '1',
        customer: '2',
      };
      await storeEntry(host, inboxEntry({ receivedAt: at, wamid }));
      await storeEntry(host, entry);
      await replaceEntry(host, link);
      expect(store.records).toHaveLength(2);
      expect(await findEntry(host, entry.entry)).toEqual(link);
    });

    test('that are gone are not made again by replacing them', async () => {
      const { host, store } = fakeHost();
      const entry = inboxEntry({ wamid: 'wamid.1' });
      await storeEntry(host, entry);
      await removeEntry(host, entry);
      await replaceEntry(host, entry);
      expect(store.records).toEqual([]);
    });

    test('go one by one, or with all of their minute', async () => {
      const { host } = fakeHost();
      const [first, second] = [inboxEntry({ receivedAt: at }), inboxEntry({ receivedAt: at })];
      const later = inboxEntry({ receivedAt: at + 60_000 });
      for (const entry of [first, second, later]) await storeEntry(host, entry);
      await removeEntry(host, first);
      expect(await findByMinute(host, first.minute)).toHaveLength(1);
      await purgeMinute(host, first.minute);
      expect(await findByMinute(host, first.minute)).toEqual([]);
      expect(await findEntry(host, later.entry)).toBeDefined();
    });

    test('of a shape that is not known are passed over', async () => {
      const { host } = fakeHost();
      const entry = inboxEntry({ receivedAt: at });
      await storeEntry(host, entry);
      await host.persistence.createWithAssociation({ kind: 'of tomorrow' }, association('minute', entry.minute));
      expect(await findByMinute(host, entry.minute)).toHaveLength(1);
    });

    test('get an id of their own', () => {
      expect(file(at).entry).not.toBe(file(at).entry);
      expect(file(at, 'w')).toMatchObject({ minute: '2026-11-22T10:00', wamid: 'w' });
    });
  });
});

describe('minute', () => {
  test.each([
    [0, '1970-01-01T00:00'],
    [59_999, '1970-01-01T00:00'],
    [60_000, '1970-01-01T00:01'],
    [Date.UTC(2026, 11, 31, 23, 59, 59, 999), '2026-12-31T23:59'],
  ])('%i belongs to the minute %s', (at, name) => {
    expect(minute(at)).toBe(name);
  });
});

describe('notes', () => {
  const STATES = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];
  const link: LinkEntry = {
    entry: 'link',
    minute: '2026-11-30T10:00',
    wamid: 'wamid.1',
    kind: 'link',
    direction: 'out',
    number: '1',
    customer: '2',
    roomId: 'bare',
    messageId: 'first',
    delivery: 'accepted',
    reached: { accepted: 10 },
  };
  const note = (at: number, changes: NoteEntry['changes'], wamid = 'wamid.1'): NoteEntry => ({
    entry: `note ${at}`,
    minute: '2026-11-30T10:01',
    wamid,
    kind: 'note',
    at,
    changes,
  });

  test('of two states the one counts to which the delivery machine moves, whichever was told first', () => {
    for (const one of STATES) {
      for (const other of STATES) {
        const moved = [advanceDelivery(one, other).state, advanceDelivery(other, one).state];
        expect([one, other, moved.includes(furthest([one, other]) ?? '')]).toEqual([one, other, true]);
        expect(furthest([one, other])).toBe(furthest([other, one]));
      }
    }
  });

  test('what was noted is read into the link, in whatever order the store gives it', () => {
    const notes = [
      note(1, { delivery: 'read', reached: { read: 30 } }),
      note(2, { reaction: 'heart' }),
      note(3, { roomId: 'room', messageId: 'second', delivery: 'sent', reached: { sent: 20 } }),
      note(4, { reaction: '', reactionTold: '🫩' }),
      note(5, { messageId: 'of another one' }, 'wamid.2'),
    ];
    for (const order of permutations([link, ...notes])) {
      const [read, ...others] = readTogether(order);
      expect(others).toEqual([]);
      expect(read).toEqual({
        ...link,
        roomId: 'room',
        messageId: 'second',
        delivery: 'read',
        reached: { accepted: 10, sent: 20, read: 30 },
        reaction: undefined,
        reactionTold: '🫩',
      });
    }
  });

  test('a note of a message that has no link yet is nothing by itself', () => {
    expect(readTogether([note(1, { reactionTold: '🫩' })])).toEqual([]);
  });
});

describe('what is stored', () => {
  test('lacks what is undefined, which the wire would turn into null', () => {
    const facts = { kind: 'room' as const, a: undefined, b: { c: undefined, d: null }, e: [1], f: '' };
    expect(Object.keys(toRecord(facts))).toEqual(['kind', 'b', 'e', 'f']);
    expect(overTheWire(toRecord(facts))).toEqual({ kind: 'room', b: { d: null }, e: [1], f: '' });
    expect(overTheWire(facts)).toMatchObject({ a: null, b: { c: null } });
  });
});

describe('linkMessage', () => {
  const facts = { direction: 'in', number: '1', customer: '2', roomId: 'r', messageId: undefined } as const;

  describe('a message that is in the room', () => {
    test('turns its webhook into its link, with one round trip', async () => {
      const { host, store } = fakeHost();
      const entry = inboxEntry({ wamid: 'wamid.1' });
      await storeEntry(host, entry);
      const before = store.roundTrips;
      await linkMessage(host, entry, 'wamid.1', facts);
      expect(store.roundTrips).toBe(before + 1);
      expect(store.records).toEqual([
        {
          entry: entry.entry,
          minute: entry.minute,
          wamid: 'wamid.1',
          kind: 'link',
          ...{ ...facts, messageId: undefined },
        },
      ]);
      expect(host.memory.seen.has('wamid.1')).toBe(true);
    });

    test('that took longer than a minute is noted in its own minute as well', async () => {
      const { host } = fakeHost();
      const entry = inboxEntry({ wamid: 'wamid.1', ...file(Date.now() - 5 * 60_000, 'wamid.1') });
      await storeEntry(host, entry);
      await linkMessage(host, entry, 'wamid.1', { ...facts, messageId: 'm1' });
      const noted = await findByMinute(host, minute(Date.now()));
      expect(noted).toMatchObject([{ kind: 'note', wamid: 'wamid.1', changes: { roomId: 'r', messageId: 'm1' } }]);
      expect(await findByWamid(host, 'wamid.1')).toMatchObject([{ kind: 'link', messageId: 'm1' }]);
    });

    test('gets a link of its own where its webhook has several', async () => {
      const { host, store } = fakeHost();
      const entry = inboxEntry();
      await storeEntry(host, entry);
      await linkMessage(host, entry, 'wamid.1', facts);
      await linkMessage(host, entry, 'wamid.2', facts);
      expect(store.records).toHaveLength(3);
      expect(await findByWamid(host, 'wamid.2')).toMatchObject([{ kind: 'link', wamid: 'wamid.2', roomId: 'r' }]);
    });

    test('gets one of its own beside the message that its webhook is filed under', async () => {
      const { host } = fakeHost();
      const entry = inboxEntry({ wamid: 'wamid.1' });
      await storeEntry(host, entry);
      await linkMessage(host, entry, 'wamid.2', facts);
      await linkMessage(host, entry, 'wamid.1', facts);
      for (const wamid of ['wamid.1', 'wamid.2']) {
        expect(await findByWamid(host, wamid)).toMatchObject([{ kind: 'link', wamid }]);
      }
    });
  });
});

describe('isRepeated', () => {
  const wamid = 'wamid.1';
  const link = { direction: 'in', number: '1', customer: '2' } as const;

  describe('a message is repeated', () => {
    test('when it was put into a room before, by this process or by another', async () => {
      const { host, store } = fakeHost();
      const other = fakeHost({ store }).host;
      const first = inboxEntry({ wamid });
      await storeEntry(host, first);
      await linkMessage(host, first, wamid, link);
      const again = inboxEntry({ wamid });
      await storeEntry(host, again);
      const before = store.roundTrips;
      expect(await isRepeated(host, again, wamid)).toBe(true);
      expect(store.roundTrips).toBe(before);
      expect(await isRepeated(other, again, wamid)).toBe(true);
      expect(store.roundTrips).toBe(before + 1);
      expect(await isRepeated(other, again, wamid)).toBe(true);
      expect(store.roundTrips).toBe(before + 1);
    });

    test('not when it is new', async () => {
      const { host } = fakeHost();
      const entry = inboxEntry({ wamid });
      await storeEntry(host, entry);
      await storeEntry(host, inboxEntry({ wamid: 'wamid.2', receivedAt: 1 }));
      expect(await isRepeated(host, entry, wamid)).toBe(false);
    });

    test('not because an early status of it is there', async () => {
      const { host } = fakeHost();
      const entry = inboxEntry({ wamid });
      await storeEntry(host, entry);
      await storeEntry(host, { entry: 'e', minute: entry.minute, wamid, kind: 'early', delivery: 'sent' });
      expect(await isRepeated(host, entry, wamid)).toBe(false);
    });

    test.each([
      ['whose clocks are right', 1_000, 2_000],
      ['whose clocks are the same', 1_000, 1_000],
      ['of which the later has the slower clock', 2_000, 1_000],
    ])('to the second of two instances %s, by what was stored first', async (_what, a, b) => {
      const { host, store } = fakeHost();
      const other = fakeHost({ store }).host;
      const [one, two] = [inboxEntry({ wamid, receivedAt: a }), inboxEntry({ wamid, receivedAt: b })];
      await Promise.all([storeEntry(host, one), storeEntry(other, two)]);
      const outcomes = await Promise.all([isRepeated(host, one, wamid), isRepeated(other, two, wamid)]);
      expect(outcomes).toEqual([false, true]);
    });

    test('to the second of two instances with the same batch', async () => {
      const { host, store } = fakeHost();
      const other = fakeHost({ store }).host;
      const [one, two] = [inboxEntry(), inboxEntry()];
      for (const { entry, minute } of [one, two]) {
        await storeEntry(host, { kind: 'claim', entry, minute, attempts: 0 }, ['wamid.0', wamid]);
      }
      expect(await isRepeated(host, one, wamid)).toBe(false);
      expect(await isRepeated(other, two, wamid)).toBe(true);
    });

    test('not because an earlier webhook with it has failed more often and waits for its next try', async () => {
      const { host } = fakeHost();
      const failed = inboxEntry({ wamid, receivedAt: 1_000, attempts: 2 });
      const fresh = inboxEntry({ wamid, receivedAt: 2_000 });
      await storeEntry(host, failed);
      await storeEntry(host, fresh);
      expect(await isRepeated(host, fresh, wamid)).toBe(false);
      expect(await isRepeated(host, failed, wamid)).toBe(false);
    });
  });
});
