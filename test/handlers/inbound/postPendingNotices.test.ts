import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { postPendingNotices } from '../../../src/handlers/inbound/notices/postPendingNotices';
import { postAsApp } from '../../../src/handlers/omnichannel/postAsApp';
import { findPendingNotices, storePendingNotice } from '../../../src/handlers/inbound/notices/pendingNotices';
import { conversation } from '../../support/records';
import { postings, whatsappRoom } from '../../support/workspace';
import { fakeHost } from '../../support/fakeHost';

jest.mock('../../../src/handlers/omnichannel/postAsApp', () => ({ postAsApp: jest.fn() }));

const room = whatsappRoom() as ILivechatRoom;
const ana = conversation();
const opening = { room, at: 1_000 };
/** What stands in the room already. */
let stands: object[] = [];
const texts = () => jest.mocked(postAsApp).mock.calls.map(([, , { text }]) => text);

async function workspace(...wamids: string[]) {
  const getRoomReader = () => ({ getMessages: async () => stands });
  const { getUserReader } = postings([]).read;
  const fake = fakeHost({ read: { getRoomReader, getUserReader } as unknown as Partial<IRead> });
  for (const [index, wamid] of wamids.entries()) {
    await storePendingNotice(fake.host, ana, { wamid, at: index, text: `news ${wamid}` });
  }
  return fake;
}

describe('what could not be told before', () => {
  beforeEach(() => {
    jest.mocked(postAsApp).mockReset().mockResolvedValue('id');
    stands = [];
  });

  test('is told in one message, in order and before what opened the conversation, and then forgotten', async () => {
    const { host } = await workspace('a', 'b');
    await postPendingNotices(host, ana, opening);
    expect(texts()).toEqual([expect.stringMatching(/news a\n.*news b$/)]);
    expect(postAsApp).toHaveBeenCalledWith(host, room, expect.objectContaining({ at: 1_000 }));
    expect(await findPendingNotices(host, ana)).toEqual([]);
  });

  test('says nothing where there is nothing, for one round trip', async () => {
    const { host, store } = await workspace();
    await postPendingNotices(host, ana, opening);
    expect([texts(), store.roundTrips]).toEqual([[], 1]);
  });

  test('is kept, and the customer’s message goes on, when it cannot be told', async () => {
    jest.mocked(postAsApp).mockRejectedValue(new Error('no'));
    const { host, log } = await workspace('a');
    await postPendingNotices(host, ana, opening);
    expect(await findPendingNotices(host, ana)).toHaveLength(1);
    expect(log.join()).toContain('could not be told');
  });

  test('that comes in the moment between is told as well', async () => {
    const { host } = await workspace('a');
    jest.mocked(postAsApp).mockImplementationOnce(async () => {
      await storePendingNotice(host, ana, { wamid: 'late', at: 9, text: 'news late' });
      return 'id';
    });
    await postPendingNotices(host, ana, opening);
    expect(texts()).toEqual([expect.stringContaining('news a'), expect.stringContaining('news late')]);
  });

  test('may stand there already after a crash: only what came meanwhile is told', async () => {
    const first = await workspace('a');
    await postPendingNotices(first.host, ana, opening);
    const [text] = texts();
    const { host } = await workspace('a', 'b');
    stands = [{ id: 'm', sender: { _id: 'bot-id' }, text, createdAt: new Date(5) }];
    await postPendingNotices(host, ana, { ...opening, begunAt: 5 });
    expect(texts().slice(1)).toEqual([expect.stringContaining('news b')]);
    expect(texts()[1]).not.toContain('news a');
    expect(await findPendingNotices(host, ana)).toEqual([]);
  });
});
