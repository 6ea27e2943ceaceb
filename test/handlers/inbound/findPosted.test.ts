import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { findPosted } from '../../../src/handlers/inbound/messages/findPosted';
import { findPostedLink } from '../../../src/handlers/inbound/repair/findPostedLink';
import { findSaid, findUnsaid } from '../../../src/handlers/inbound/notices/findSaid';
import { file, storeEntry } from '../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../src/handlers/core/records/Entry';
import { fakeHost } from '../../support/fakeHost';
import { postings } from '../../support/postings';
import { whatsappRoom } from '../../support/whatsappRoom';

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
      for (const wamid of ['w1', 'w2', 'w3']) found.push(await findPosted(host, whatsappRoom(), { ...sought, wamid }));
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

describe('findSaid', () => {
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
    expect(await findSaid(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', [])).toBe(expected);
    expect(await findSaid(host, whatsappRoom(), { visitor: { id: 'visitor' }, since })('News', ['m'])).toBeUndefined();
  });

  test('a line of a list is the same with its time before it as without, and what is in no list is told', async () => {
    const text = 'Before:\n*1 PM UTC* Bread\n*2 PM UTC* Cake\nwith cream';
    const message = { id: 'm', sender: { _id: 'bot-id' }, text, createdAt: new Date(since) };
    const getRoomReader = () => ({ getMessages: async () => [message] });
    const { host } = fakeHost({ read: { ...postings([]).read, getRoomReader } as unknown as Partial<IRead> });
    const span = { visitor: { id: 'visitor' }, since };
    expect(await findSaid(host, whatsappRoom(), span)('*1 PM UTC* Bread', [])).toBe('m');
    const news = ['*1 PM UTC* Bread', '*2 PM UTC* Cake', '*2 PM UTC* Cake\nwith cream', '*3 PM UTC* Bread'];
    const unsaid = await findUnsaid(host, whatsappRoom(), span, { news, lineOf: (line) => line });
    // A shorter one may be the beginning of a longer one: it counts as told.
    expect(unsaid).toEqual(['*3 PM UTC* Bread']);
  });
});
