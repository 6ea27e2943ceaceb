import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { lru } from 'tiny-lru';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../src/handlers/core/records/Entry';
import { changeMessage, changeOf } from '../../../src/handlers/inbound/messages/changeMessage';
import { findPosted } from '../../../src/handlers/inbound/messages/findPosted';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { placeInTime, TimesInRoom } from '../../../src/handlers/inbound/messages/placeInTime';
import { renderQuote } from '../../../src/handlers/inbound/messages/quotes';
import { findNotice, findUnsaid } from '../../../src/handlers/inbound/notices/findNotice';
import { findPostedLink } from '../../../src/handlers/inbound/repair/moveMessages';
import { messageEvent, ofCustomer } from '../../support/events';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/interactions';
import { inboxEntry } from '../../support/records';
import { postings, updates, whatsappRoom } from '../../support/workspace';
import { english } from '../whatsapp/messages/support/renderFixture';

describe('changeMessage', () => {
  describe('changeMessage', () => {
    async function workspace(messageId?: string, captionId?: string) {
      const parts = updates({ m1: 'before', m2: 'caption' });
      const fake = fakeHost({ modify: parts.modify, read: parts.read });
      const inbox = inboxEntry({ wamid: 'wamid.1' });
      await storeEntry(fake.host, inbox);
      await linkMessage(fake.host, inbox, 'wamid.1', {
        direction: 'in',
        number: '1',
        customer: '2',
        messageId,
        captionId,
      });
      return { ...fake, ...parts };
    }

    test('the message in the room says what the change makes of it', async () => {
      const { host, texts } = await workspace('m1');
      expect(await changeMessage(host, 'wamid.1', (before) => `${before} and after`)).toBe(true);
      expect(texts).toEqual({ m1: 'before and after', m2: 'caption' });
    });

    test('what a file says is its caption', async () => {
      const { host, texts } = await workspace('m1', 'm2');
      expect(await changeMessage(host, 'wamid.1', (before) => `${before} and after`)).toBe(true);
      expect(texts).toEqual({ m1: 'before', m2: 'caption and after' });
    });

    test('a text that Rocket.Chat finds too long is not in the room, any other failure is none of ours', async () => {
      const { host } = await workspace('m1');
      const refusals = ['error-message-size-exceeded', 'no database'];
      const finish = async () => Promise.reject(new Error(refusals.shift()));
      jest.spyOn(host.modify, 'getUpdater').mockReturnValue({ ...host.modify.getUpdater(), finish });
      expect(await changeMessage(host, 'wamid.1', () => 'x')).toBe(false);
      await expect(changeMessage(host, 'wamid.1', () => 'x')).rejects.toThrow('no database');
    });

    test('a message that is not known, or left none in the room, is not found', async () => {
      expect(await changeMessage((await workspace('m1')).host, 'wamid.2', () => 'x')).toBe(false);
      expect(await changeMessage((await workspace()).host, 'wamid.1', () => 'x')).toBe(false);
    });
  });

  describe('changeOf', () => {
    const base = { ...ofCustomer, wamid: 'wamid.change', target: 'wamid.target' };

    test('an edit says what the message says now and what it said before', () => {
      const change = changeOf({ ...base, kind: 'edit', content: { type: 'text', body: 'at nine' } }, english);
      expect(change('at eight')).toMatch(/^at nine\n.*\n> at eight$/);
      expect(change('')).toContain('at nine');
    });

    test('a deletion says that there was one and what the message said', () => {
      const change = changeOf({ ...base, kind: 'revoke' }, english);
      expect(change('at eight')).toMatch(/deleted.*\n> at eight$/i);
    });
  });
});

describe('findPosted', () => {
  describe('findPosted', () => {
    const at = Date.UTC(2026, 10, 22, 12, 0, 5);
    const messages = [
      { id: 'm3', sender: { _id: 'agent' }, text: 'Hello', createdAt: new Date(at) },
      { id: 'm2', sender: { _id: 'visitor' }, text: 'Hello', createdAt: new Date(at - 1000) },
      { id: 'm1', sender: { _id: 'visitor' }, text: 'Hello ', createdAt: new Date(at + 7) },
    ];

    test.each([
      ['the same words of the customer in the same second', { visitorId: 'visitor', text: 'Hello', at }, 'm1'],
      ['the same words in another second', { visitorId: 'visitor', text: 'Hello', at: at + 5000 }, undefined],
      ['other words', { visitorId: 'visitor', text: 'Bye', at }, undefined],
      ['the same words of somebody else', { visitorId: 'other', text: 'Hello', at }, undefined],
    ])('a message that a crash left in the room is told by %s', async (_by, posted, expected) => {
      const getMessages = jest.fn(async () => messages);
      const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
      const sought = { ...posted, wamid: 'w1', receivedAt: at };
      expect(await findPosted(host, whatsappRoom(), sought)).toBe(expected);
      expect(getMessages).toHaveBeenCalledWith('room-id', expect.objectContaining({ limit: 100 }));
    });

    describe('of several messages with the same words in one second', () => {
      const twins = [
        { id: 'm2', sender: { _id: 'visitor' }, text: 'Yes', createdAt: new Date(at + 1) },
        { id: 'm1', sender: { _id: 'visitor' }, text: 'Yes', createdAt: new Date(at) },
      ];
      const sought = { visitorId: 'visitor', text: 'Yes', at, receivedAt: at };
      const workspace = (count: number) => {
        const getMessages = async () => twins.slice(-count);
        return fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> }).host;
      };
      const link = (wamid: string, place: Pick<LinkEntry, 'messageId' | 'captionId'>, when: number): LinkEntry => ({
        ...file(when, wamid),
        kind: 'link',
        direction: 'in',
        number: '1',
        customer: '2',
        ...place,
      });

      test('each becomes one, and the one that was not posted none', async () => {
        const host = workspace(2);
        const found = [];
        for (const wamid of ['w1', 'w2', 'w3'])
          found.push(await findPosted(host, whatsappRoom(), { ...sought, wamid }));
        expect(found).toEqual(['m2', 'm1', undefined]);
      });

      test.each([0, 60_000])(
        'one that another webhook became before the crash is not taken, stored %d ms later',
        async (later) => {
          const host = workspace(1);
          await storeEntry(host, link('w1', { messageId: 'm1' }, at + later));
          expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w2' })).toBeUndefined();
          expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w1' })).toBe('m1');
        },
      );

      test('one that stands behind a file or a late message is found, unless it is known to be another one', async () => {
        const host = workspace(1);
        const place = { number: '1', customer: '2' };
        const behind = { ...sought, at: at - 30_000, receivedAt: at - 29_000, place };
        expect(await findPosted(host, whatsappRoom(), { ...behind, at: at - 90_000, wamid: 'w2' })).toBeUndefined();
        expect(await findPosted(host, whatsappRoom(), { ...behind, place: undefined, wamid: 'w2' })).toBeUndefined();
        const known = {
          ...link('w1', { messageId: 'm1' }, at - 400_000),
          heard: { ...place, at, how: 'wrote' as const },
        };
        await storeEntry(host, known);
        expect(await findPosted(host, whatsappRoom(), { ...behind, wamid: 'w2' })).toBeUndefined();
        expect(await findPosted(host, whatsappRoom(), { ...behind, wamid: 'w1' })).toBe('m1');
      });

      test("the words behind another message's file are not taken", async () => {
        const host = workspace(1);
        await storeEntry(host, link('w1', { messageId: 'a file', captionId: 'm1' }, at));
        expect(await findPosted(host, whatsappRoom(), { ...sought, wamid: 'w2' })).toBeUndefined();
      });
    });
  });

  describe('findPostedLink', () => {
    test('the link of a message is found by what this process remembers of it, without a look where it does not', async () => {
      const { host, store } = fakeHost();
      const link = { kind: 'link', direction: 'in', number: '1', customer: '2' } as const;
      await storeEntry(host, { ...link, ...file(Date.now(), 'wamid.1') });
      store.roundTrips = 0;
      expect(await findPostedLink(host, 'm')).toBeUndefined();
      expect(store.roundTrips).toBe(0);
      host.memory.posted.set('m', 'wamid.1');
      expect(await findPostedLink(host, 'm')).toMatchObject({ kind: 'link', wamid: 'wamid.1' });
    });
  });

  describe('findNotice', () => {
    const since = Date.UTC(2026, 10, 22, 12);

    test.each([
      ['the same words of the app', { sender: 'bot-id', text: 'News ', later: 5_000 }, 'm'],
      [
        'the same words in a line with its time',
        { sender: 'bot-id', text: 'Before:\n*1 PM UTC* News\n*2 PM UTC* x', later: 0 },
        'm',
      ],
      ['a line that goes on', { sender: 'bot-id', text: '*1 PM UTC* News of others', later: 0 }, undefined],
      ['the same words in the customer’s name', { sender: 'visitor', text: 'News', later: 0 }, 'm'],
      ['other words', { sender: 'bot-id', text: 'Other news', later: 5_000 }, undefined],
      ['words of somebody else', { sender: 'agent', text: 'News', later: 5_000 }, undefined],
      ['words of long before', { sender: 'bot-id', text: 'News', later: -600_000 }, undefined],
    ])('what a crash left in the room is told by %s', async (_by, { sender, text, later }, expected) => {
      const message = { id: 'm', sender: { _id: sender }, text, createdAt: new Date(since + later) };
      const { read } = postings([]);
      const getRoomReader = () => ({ getMessages: async () => [message] });
      const { host } = fakeHost({ read: { ...read, getRoomReader } as unknown as Partial<IRead> });
      expect(await findNotice(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', [])).toBe(expected);
      expect(
        await findNotice(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', ['m']),
      ).toBeUndefined();
    });

    test('a line of a list is the same with its time before it as without, and what is in no list is told', async () => {
      const text = 'Before:\n*1 PM UTC* Bread\n*2 PM UTC* Cake\nwith cream';
      const message = { id: 'm', sender: { _id: 'bot-id' }, text, createdAt: new Date(since) };
      const getRoomReader = () => ({ getMessages: async () => [message] });
      const { host } = fakeHost({ read: { ...postings([]).read, getRoomReader } as unknown as Partial<IRead> });
      const span = { visitor: { id: 'visitor' }, since };
      expect(await findNotice(host, whatsappRoom(), span)('*1 PM UTC* Bread', [])).toBe('m');
      const news = ['*1 PM UTC* Bread', '*2 PM UTC* Cake', '*2 PM UTC* Cake\nwith cream', '*3 PM UTC* Bread'];
      const unsaid = await findUnsaid(host, whatsappRoom(), span, { news, lineOf: (line) => line });
      // A shorter one may be the beginning of a longer one: it counts as told.
      expect(unsaid).toEqual(['*3 PM UTC* Bread']);
    });
  });
});

describe('placeInTime', () => {
  const at = 1_700_000_000_000;

  /** The times that messages get, one after the other. */
  function place(...times: number[]): number[] {
    const last = lru<number>(10);
    return times.map((time) => placeInTime(last, 'customer', time));
  }

  describe('the time of a message in its room', () => {
    test('is WhatsApp’s own', () => {
      expect(place(at, at + 1_000, at + 5_000)).toEqual([at, at + 1_000, at + 5_000]);
    });

    test('keeps the order in which messages of one second came', () => {
      expect(place(at, at, at, at + 1_000)).toEqual([at, at + 1, at + 2, at + 1_000]);
    });

    test('stays within its second', () => {
      const many = place(...Array.from({ length: 1_500 }, () => at));
      expect(Math.max(...many)).toBe(at + 999);
      expect(many).toEqual([...many].sort((a, b) => a - b));
    });

    test('of a late message is its own: it stands where the customer wrote it', () => {
      expect(place(at, at - 5_000)).toEqual([at, at - 5_000]);
    });

    test('does not depend on other conversations', () => {
      const last = lru<number>(10);
      expect([placeInTime(last, 'a', at), placeInTime(last, 'b', at)]).toEqual([at, at]);
    });
  });
});

describe('TimesInRoom', () => {
  const T = 1_700_000_000_000;

  /** Where messages of these seconds stand, in the order of their coming. */
  function placeBehind(times: TimesInRoom, ...seconds: number[]): number[] {
    return seconds.map((second) => times.place('a', T + second * 1_000));
  }

  /** The given seconds in the order in which they are read. */
  function readInRoom(seconds: readonly number[], places: readonly number[]): (number | undefined)[] {
    return places
      .map((place, index) => ({ place, second: seconds[index] }))
      .sort((a, b) => a.place - b.place)
      .map(({ second }) => second);
  }

  test('what was written after a file stands right behind it, in the order of writing, whatever the order of coming', () => {
    const times = new TimesInRoom();
    times.note('a', T, T + 40_000);
    const coming = [20, 10, 30, 10.001, 5];
    const places = placeBehind(times, ...coming);
    expect(readInRoom(coming, places)).toEqual([5, 10, 10.001, 20, 30]);
    expect(Math.min(...places)).toBeGreaterThan(T + 40_000);
    expect(Math.max(...places)).toBeLessThan(T + 41_000);
  });

  test('many messages of one second keep the order in which they came', () => {
    const times = new TimesInRoom();
    times.note('a', T, T + 40_000);
    const places = placeBehind(times, ...Array.from({ length: 50 }, (_, index) => 20 + index / 1_000));
    expect(new Set(places).size).toBe(50);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  test('a caption stands behind its file, though something was written between them and came before', () => {
    const times = new TimesInRoom();
    const [between = 0] = placeBehind(times, 5);
    times.note('a', T, T + 40_000);
    expect(between).toBe(T + 5_000);
    expect(times.caption('a', T, T + 40_000)).toBe(T + 40_001);
  });

  test('the captions of an album stand right behind their pictures, however quickly these are stored', () => {
    const times = new TimesInRoom();
    const places = [0, 1, 2].flatMap((picture) => {
      const placedAt = T + picture;
      const storedAt = T + 20_000 + picture * 2;
      times.note('a', T, storedAt);
      return [storedAt, times.caption('a', placedAt, storedAt)];
    });
    expect(places).toEqual([0, 1, 2, 3, 4, 5].map((each) => T + 20_000 + each));
  });

  test('a file waits for what stands in the future, and for nothing else', () => {
    const times = new TimesInRoom();
    expect(times.ahead('a')).toBe(0);
    const storedAt = Date.now() + 400;
    times.note('a', storedAt - 10_000, storedAt);
    const place = times.place('a', storedAt - 2_000);
    expect(Date.now() + times.ahead('a')).toBeGreaterThan(place);
    expect(times.ahead('b')).toBe(0);
  });

  test('what was written long after it, before it, or in another conversation keeps its own time', () => {
    const times = new TimesInRoom();
    times.note('a', T, T + 40_000);
    expect(placeBehind(times, 42, 50, -1)).toEqual([T + 42_000, T + 50_000, T - 1_000]);
    expect(times.place('b', T + 20_000)).toBe(T + 20_000);
  });

  test('a late message pushes nobody behind what was written later and stands already', () => {
    const times = new TimesInRoom();
    const late = (written: number, now: number) => {
      const placedAt = times.after('a', T + now * 1_000);
      times.note('a', T + written * 1_000, placedAt);
      return placedAt;
    };
    const first = late(0, 100);
    const [in95 = 0] = placeBehind(times, 95);
    const second = late(10, 103);
    const [in90 = 0, in96 = 0] = placeBehind(times, 90, 96);
    expect([first, in90, in95, second, in96]).toEqual([first, in90, in95, second, in96].sort((a, b) => a - b));
  });

  test('many late messages stand as they came, and none of them in the future', () => {
    const times = new TimesInRoom();
    const places = Array.from({ length: 200 }, (_, index) => {
      const now = T + 100_000 + index;
      const placedAt = times.after('a', now);
      times.note('a', T + index * 1_000, placedAt);
      return placedAt - now;
    });
    expect(Math.max(...places)).toBe(0);
  });

  test('what an earlier process has put there is gone by as well', () => {
    const times = new TimesInRoom();
    times.recall('a', T, T + 100_000);
    times.recall('a', T + 95_000, T + 100_300);
    const [in90 = 0, in97 = 0] = placeBehind(times, 90, 97);
    expect(in90).toBeGreaterThan(T + 100_000);
    expect(in90).toBeLessThan(T + 100_300);
    expect(in97).toBeGreaterThan(T + 100_300);
  });
});

describe('quotes', () => {
  const quoting = messageEvent({ context: { wamid: 'wamid.quoted' } });

  async function workspace(settings: Record<string, unknown> = {}, messageId: string | undefined = 'm1') {
    const fake = fakeHost({ settings });
    const inbox = inboxEntry({ wamid: 'wamid.quoted' });
    await storeEntry(fake.host, inbox);
    const facts = { direction: 'in', number: '1', customer: '2', roomId: 'r1', messageId } as const;
    await linkMessage(fake.host, inbox, 'wamid.quoted', facts);
    return fake;
  }

  describe('a message that quotes another', () => {
    test('begins with the link that Rocket.Chat draws as a quote', async () => {
      const { host } = await workspace();
      expect(await renderQuote(host, quoting, sayKeys)).toBe('[ ](https://chat.example.org/live/r1?msg=m1) ');
    });

    test('says in a line that the other one is not known here', async () => {
      expect(await renderQuote(fakeHost().host, quoting, sayKeys)).toBe('inbound:quotesUnknown\n');
      const { host } = await workspace({}, '');
      expect(await renderQuote(host, quoting, sayKeys)).toBe('inbound:quotesUnknown\n');
    });

    test('says nothing of it where quotes are switched off, and asks nobody', async () => {
      const { host, store } = await workspace({ allow_quote_messages: false });
      const before = store.roundTrips;
      expect(await renderQuote(host, quoting, sayKeys)).toBe('');
      expect(store.roundTrips).toBe(before);
    });

    test('one that quotes nothing costs nothing', async () => {
      const { host, store } = fakeHost();
      expect(await renderQuote(host, messageEvent(), sayKeys)).toBe('');
      expect(await renderQuote(host, messageEvent({ context: { forwarded: 'once' } }), sayKeys)).toBe('');
      expect(store.roundTrips).toBe(0);
    });
  });
});
