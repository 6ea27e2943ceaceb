import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { isSomeoneThere } from '../../../src/handlers/inbound/held/isSomeoneThere';
import { sayInOpenRoom } from '../../../src/handlers/inbound/notices/sayInOpenRoom';
import { storeAwaited } from '../../../src/handlers/omnichannel/conversations/awaited';
import { connectedNumber } from '../../support/connectedNumber';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';
import { postings } from '../../support/postings';
import { whatsappRoom } from '../../support/whatsappRoom';

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
    const { host } = fakeHost({ read: { getLivechatReader: () => ({ isOnlineAsync }) } as unknown as Partial<IRead> });
    const asked = { number: someone.number, text: 'A template', at: Date.now(), target: { agent: 'maria' } };
    await storeAwaited(host, [someone.customer], asked);
    await storeAwaited(host, ['another'], { ...asked, at: 1 });
    expect(await isSomeoneThere(host, connectedNumber(), someone)).toBe(true);
    expect(await isSomeoneThere(host, connectedNumber(), { ...someone, customer: 'another' })).toBe(false);
  });
});
