import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { moveBareRoom } from '../../../src/handlers/inbound/repair/moveBareRoom';
import { openRoom } from '../../../src/handlers/omnichannel/openRoom';
import { postAsCustomer } from '../../../src/handlers/omnichannel/postAsCustomer';
import { saveConversation } from '../../../src/handlers/omnichannel/conversations/conversations';
import { findByWamid, storeEntry } from '../../../src/handlers/core/records/entries';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { connectedNumber, conversation, inboxEntry } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { notices, whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/core/pause', () => ({ pause: jest.fn(async () => undefined) }));
jest.mock('../../../src/handlers/omnichannel/openRoom', () => ({ openRoom: jest.fn() }));
jest.mock('../../../src/handlers/omnichannel/postAsCustomer', () => ({ postAsCustomer: jest.fn() }));

const { visitor } = conversation();
const bare = whatsappRoom({ id: 'bare', customFields: undefined, visitor }) as ILivechatRoom;
const link = { direction: 'in', number: '551155550100', customer: '5511955550111', roomId: 'closed' } as const;
/** Not late yet. */
const begun = Date.now() - 20_000;
const posted = (wamid: string, text: string, second: number) => ({
  id: `id of ${wamid}`,
  text,
  createdAt: new Date(begun + second * 1_000),
  sender: { _id: conversation().visitor.id },
});

/** A workspace in which two messages stand in a bare room, the newer one first as Rocket.Chat gives them. */
async function workspace() {
  const closed: string[] = [];
  /** What comes into the room until it is closed. */
  const late: ReturnType<typeof posted>[] = [];
  const messages = [
    posted('w2', 'there', 2),
    posted('w1', 'Hello', 1),
    { id: 'system', text: 'joined', sender: { _id: 'bot' } },
  ];
  const closeRoom = async ({ id }: { id: string }) => void closed.push(id);
  const fake = fakeHost({
    read: {
      ...notices().read,
      getRoomReader: () => ({
        getMessages: async () => [...(closed.length > 0 ? late : []), ...messages],
        getById: async (id: string) => whatsappRoom({ id, isOpen: !closed.includes(id) }),
      }),
    } as never,
    modify: { getUpdater: () => ({ getLivechatUpdater: () => ({ closeRoom }) }) } as never,
  });
  const { host } = fake;
  await saveNumber(host, connectedNumber());
  await saveConversation(host, conversation());
  for (const wamid of ['w1', 'w2']) {
    const inbox = inboxEntry({ wamid });
    await storeEntry(host, inbox);
    await linkMessage(host, inbox, wamid, { ...link, messageId: `id of ${wamid}` });
    host.memory.posted.set(`id of ${wamid}`, wamid);
  }
  return { ...fake, closed, late };
}

const moved = () =>
  jest.mocked(postAsCustomer).mock.calls.map(([, room, , { text, at }]) => [room.id, text, (at - begun) / 1_000]);

describe('what a customer wrote into a bare room', () => {
  beforeEach(() => {
    let posts = 0;
    jest
      .mocked(openRoom)
      .mockReset()
      .mockResolvedValue({
        room: whatsappRoom({ id: 'proper' }) as ILivechatRoom,
        isNew: true,
        conversation: conversation(),
      });
    jest
      .mocked(postAsCustomer)
      .mockReset()
      .mockImplementation(async () => `moved ${(posts += 1)}`);
  });

  test('is moved into the proper one, in its order and with its own times, and the bare one is closed', async () => {
    const { host, closed } = await workspace();
    await moveBareRoom(host, bare);
    expect(moved()).toEqual([
      ['proper', 'Hello', 1],
      ['proper', 'there', 2],
    ]);
    expect(closed).toEqual(['bare']);
    expect(await findByWamid(host, 'w1')).toMatchObject([{ kind: 'link', roomId: 'proper', messageId: 'moved 1' }]);
  });

  test('is moved once, however often it is asked for meanwhile', async () => {
    const { host } = await workspace();
    await Promise.all([moveBareRoom(host, bare), moveBareRoom(host, bare), moveBareRoom(host, bare)]);
    expect(moved()).toHaveLength(2);
  });

  test('is moved as well when another instance put it there at the last moment', async () => {
    const { host, late } = await workspace();
    late.push(posted('w3', 'late', 3));
    await moveBareRoom(host, bare);
    expect(moved().map(([, text]) => text)).toEqual(['Hello', 'there', 'late']);
  });

  test('is moved once by two instances that notice it at the same moment', async () => {
    const { host, store, closed } = await workspace();
    const other = { ...host, memory: fakeHost({ store }).host.memory };
    await Promise.all([
      moveBareRoom(host, bare),
      moveBareRoom(other, whatsappRoom({ id: 'bare', visitor }) as ILivechatRoom),
    ]);
    expect(moved()).toHaveLength(2);
    expect(closed).toEqual(['bare']);
    // Noticed before, come to later.
    await moveBareRoom({ ...host, memory: fakeHost({ store }).host.memory }, bare);
    expect(moved()).toHaveLength(2);
  });

  test('stays where it is when that room has become the proper one', async () => {
    const { host, closed } = await workspace();
    jest.mocked(openRoom).mockResolvedValue({ room: bare, isNew: false, conversation: conversation() });
    await moveBareRoom(host, bare);
    expect(moved()).toEqual([]);
    expect(closed).toEqual([]);
  });

  test('stays where it is when there can be no other room, which is logged', async () => {
    const { host, closed, log } = await workspace();
    jest.mocked(openRoom).mockRejectedValue(new Error('no-agent-online'));
    await moveBareRoom(host, bare);
    expect(closed).toEqual([]);
    expect(log.join()).toContain('no-agent-online');
  });
});
