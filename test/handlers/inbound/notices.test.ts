import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { file, findByWamid, purgeMinute, removeEntry, storeEntry } from '../../../src/handlers/core/records/entries';
import type { HeldEntry } from '../../../src/handlers/core/records/Entry';
import { findHeld, isSomeoneThere, storeHeld } from '../../../src/handlers/inbound/held/hold';
import {
  findPendingNotices,
  MOST_PENDING_NOTICES,
  removePendingNotices,
  storePendingNotice,
} from '../../../src/handlers/inbound/notices/pendingNotices';
import { sayInOpenRoom } from '../../../src/handlers/inbound/notices/sayOrKeep';
import { findDeadLetters, removeDeadLetter, storeDeadLetter } from '../../../src/handlers/numbers/deadLetters';
import { storeAwaited } from '../../../src/handlers/omnichannel/conversations/awaited';
import { fakeHost } from '../../support/fakeHost';
import { connectedNumber, conversation, inboxEntry } from '../../support/records';
import { livechat, postings, whatsappRoom } from '../../support/workspace';

describe('sayInOpenRoom', () => {
  describe('sayInOpenRoom', () => {
    const news = { text: 'News', wamid: 'w', at: Date.now() };

    test.each([
      ['is told where a conversation is open', [whatsappRoom()], ['News']],
      ['opens none for it', [whatsappRoom({ isOpen: false })], []],
    ])('news of a customer %s', async (_what, rooms, texts) => {
      const { posted, modify, read } = postings(rooms);
      const { host } = fakeHost({ modify, read: { ...read, ...livechat([], rooms).read } });
      expect(await sayInOpenRoom(host, conversation(), news)).toBe(texts.length > 0);
      expect(posted.map(({ text }) => text)).toEqual(texts);
    });

    test('news of ten minutes ago says when it happened, and is known again with and without that', async () => {
      const rooms = [whatsappRoom()];
      const at = Date.UTC(2026, 10, 22, 10, 30);
      const { posted, modify, read } = postings(rooms);
      const there: object[] = [];
      const getMessages = async () => there;
      const { read: rest } = livechat([], rooms);
      const roomReader = { ...read.getRoomReader?.(), getMessages };
      const { host } = fakeHost({ modify, read: { ...read, ...rest, getRoomReader: () => roomReader as never } });
      await sayInOpenRoom(host, conversation(), { ...news, at });
      const [line] = posted;
      expect(line?.text).toMatch(/^\*Nov 22, 2026, 10:30.AM UTC\* News$/);
      for (const text of ['News', line?.text]) {
        there.splice(0, 1, { id: 'm', text, sender: { _id: 'bot-id' }, createdAt: new Date() });
        await sayInOpenRoom(host, conversation(), { ...news, at, begunAt: at });
      }
      expect(posted).toHaveLength(1);
    });
  });

  describe('isSomeoneThere', () => {
    const someone = conversation();

    test.each([
      ['nothing', async () => undefined],
      ['a failure', async () => Promise.reject(new Error('isOnlineAsync is not a function'))],
    ])(
      'a server that answers %s is asked for a room: it refuses one when nobody is there',
      async (_answer, isOnlineAsync) => {
        const { host } = fakeHost({
          read: { getLivechatReader: () => ({ isOnlineAsync }) } as unknown as Partial<IRead>,
        });
        expect(await isSomeoneThere(host, connectedNumber(), someone)).toBe(true);
      },
    );

    test('it is Rocket.Chat that says whether somebody is there, in the department of the number', async () => {
      const isOnlineAsync = jest.fn(async (department?: string) => department === 'sales');
      const reader = { isOnlineAsync, getLivechatDepartmentByIdOrName: async () => ({ enabled: true }) };
      const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
      expect(await isSomeoneThere(host, connectedNumber({ departmentId: 'sales' }), someone)).toBe(true);
      expect(await isSomeoneThere(host, connectedNumber({ departmentId: 'support' }), someone)).toBe(false);
      expect(await isSomeoneThere(host, connectedNumber(), someone)).toBe(false);
      expect(isOnlineAsync.mock.calls).toEqual([['sales'], ['support'], [undefined]]);
    });

    test('where the department of the number is gone anybody will do', async () => {
      const isOnlineAsync = async (department?: string) => department === undefined;
      const reader = { isOnlineAsync, getLivechatDepartmentByIdOrName: async () => undefined };
      const { host } = fakeHost({ read: { getLivechatReader: () => reader } as unknown as Partial<IRead> });
      expect(await isSomeoneThere(host, connectedNumber({ departmentId: 'sales' }), someone)).toBe(true);
    });

    test('whom a template asked for may be there although nobody else is', async () => {
      const isOnlineAsync = jest.fn(async () => false);
      const { host } = fakeHost({
        read: { getLivechatReader: () => ({ isOnlineAsync }) } as unknown as Partial<IRead>,
      });
      const asked = { number: someone.number, text: 'A template', at: Date.now(), target: { agent: 'maria' } };
      await storeAwaited(host, [someone.customer], asked);
      await storeAwaited(host, ['another'], { ...asked, at: 1 });
      expect(await isSomeoneThere(host, connectedNumber(), someone)).toBe(true);
      expect(await isSomeoneThere(host, connectedNumber(), { ...someone, customer: 'another' })).toBe(false);
    });
  });
});

describe('held', () => {
  const held = (wamid: string, at: number, customer = '5511955550111'): HeldEntry => ({
    ...file(at, wamid),
    kind: 'held',
    wamid,
    number: '551155550100',
    customer,
    at,
    event: { kind: 'message', wamid, customer: { waId: customer, userId: undefined } },
  });

  describe('messages that wait for somebody', () => {
    test('are found in the order in which they were written, of everybody or of one customer', async () => {
      const { host } = fakeHost();
      await storeHeld(host, held('w2', 2_000));
      await storeHeld(host, held('w3', 3_000, '4930555502'));
      await storeHeld(host, held('w1', 1_000));
      expect((await findHeld(host)).map(({ wamid }) => wamid)).toEqual(['w1', 'w2', 'w3']);
      const of = { number: '551155550100', customer: '5511955550111' };
      expect((await findHeld(host, of)).map(({ wamid }) => wamid)).toEqual(['w1', 'w2']);
      expect(await findHeld(host, { ...of, number: '4930555501' })).toEqual([]);
    });

    test('keep the event as it was read, without what it lacks', async () => {
      const { host } = fakeHost();
      await storeHeld(host, held('w1', 1_000));
      const [entry] = await findHeld(host);
      expect(entry?.event).toEqual({ kind: 'message', wamid: 'w1', customer: { waId: '5511955550111' } });
    });

    test('are known by their message, and gone when they are removed', async () => {
      const { host } = fakeHost();
      const entry = held('w1', 1_000);
      await storeHeld(host, entry);
      expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'held' }]);
      await removeEntry(host, entry);
      expect(await findHeld(host)).toEqual([]);
    });
  });
});

describe('pendingNotices', () => {
  const ana = conversation();
  const news = (at: number, wamid = `w${at}`) => ({ wamid, at, text: `at ${at}` });

  describe('what nobody could be told of a customer', () => {
    test('is found in WhatsApp’s order, each once though a crash stored it twice, and only of this customer', async () => {
      const { host } = fakeHost();
      await storePendingNotice(host, conversation({ customer: 'somebody else' }), news(1));
      for (const at of [3, 2, 3]) await storePendingNotice(host, ana, news(at));
      expect((await findPendingNotices(host, ana)).map(({ text }) => text)).toEqual(['at 2', 'at 3']);
    });

    test('is kept as the newest, and one more, which shows that there were others', async () => {
      const { host, store } = fakeHost();
      for (let at = 1; at <= 50; at += 1) await storePendingNotice(host, ana, news(at));
      expect(store.records).toHaveLength(MOST_PENDING_NOTICES + 1);
      expect((await findPendingNotices(host, ana)).at(-1)?.at).toBe(50);
    });

    test('is forgotten at once, and what was forgotten is known', async () => {
      const { host, store } = fakeHost();
      for (const at of [1, 2]) await storePendingNotice(host, ana, news(at));
      store.roundTrips = 0;
      expect((await removePendingNotices(host, ana)).map(({ at }) => at)).toEqual([1, 2]);
      expect([store.roundTrips, store.records.length]).toEqual([1, 0]);
    });
  });
});

describe('deadLetters', () => {
  const inbox = inboxEntry({ wamid: 'w' });
  const facts = { customers: ['+49 30 1'], reason: 'no room' };

  async function marked() {
    const fake = fakeHost();
    await storeEntry(fake.host, inbox);
    await storeDeadLetter(fake.host, inbox, facts);
    return fake;
  }

  describe('the mark of a webhook that could not be worked off', () => {
    test('is found by its number, and is not taken for the webhook', async () => {
      const { host } = await marked();
      expect(await findDeadLetters(host, inbox.sender)).toEqual([{ ...facts, kind: 'undelivered' }]);
      expect(await findByWamid(host, 'w')).toEqual([inbox]);
    });

    test('is taken away alone', async () => {
      const { host } = await marked();
      await removeDeadLetter(host, inbox);
      expect(await findDeadLetters(host, inbox.sender)).toEqual([]);
      expect(await findByWamid(host, 'w')).toEqual([inbox]);
    });

    test('goes with the webhook, or with its minute', async () => {
      const first = await marked();
      await removeEntry(first.host, inbox);
      const second = await marked();
      await purgeMinute(second.host, inbox.minute);
      expect([...first.store.records, ...second.store.records]).toEqual([]);
    });
  });
});
