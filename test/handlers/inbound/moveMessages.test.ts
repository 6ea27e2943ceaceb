import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import { moveMessages } from '../../../src/handlers/inbound/repair/moveMessages';
import { storeByEngine } from '../../../src/handlers/omnichannel/files/storeByEngine';
import { postAsCustomer } from '../../../src/handlers/omnichannel/postAsCustomer';
import { conversation } from '../../support/records';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/workspace';

jest.mock('../../../src/handlers/omnichannel/postAsCustomer', () => ({ postAsCustomer: jest.fn() }));
jest.mock('../../../src/handlers/omnichannel/files/storeByEngine', () => ({ storeByEngine: jest.fn() }));

const by = conversation().visitor.id;
const into = whatsappRoom({ id: 'proper' }) as ILivechatRoom;
const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 10, 0, second));
const wrote = (id: string, second: number, facts: object = {}) =>
  ({ id, createdAt: at(second), sender: { _id: conversation().visitor.id }, ...facts }) as unknown as IMessageRaw;
const picture = { file: { _id: 'f', name: 'bread.png' }, attachments: [{ title: { value: 'bread.png', link: '/f' } }] };

function workspace(there: IMessageRaw[] = [], size = 5) {
  const getMessages = async () => there;
  const getById = async () => ({ size });
  const getBufferById = async (id: string) => Buffer.from(`bytes of ${id}`);
  return fakeHost({
    read: { getRoomReader: () => ({ getMessages }), getUploadReader: () => ({ getById, getBufferById }) } as never,
  });
}

const texts = () => jest.mocked(postAsCustomer).mock.calls.map(([, , , { text }]) => text);

afterEach(() => jest.useRealTimers());

describe('what a customer wrote in another room', () => {
  beforeEach(() => {
    jest.mocked(postAsCustomer).mockReset().mockResolvedValue('moved');
    jest.mocked(storeByEngine).mockReset().mockResolvedValue({ messageId: 'stored', storedAt: 0 });
    jest.useFakeTimers({ now: at(10) });
  });

  test('is posted again with its time and its attachments; what others wrote stays', async () => {
    const { host } = workspace();
    const card = { title: { value: 'An offer' } };
    const from = [wrote('1', 1, { text: 'Hello', attachments: [card, { text: 'quoted', timestampLink: 'x' }] })];
    from.push({ ...wrote('2', 2, { text: 'Welcome' }), sender: { _id: 'bot' } as never });
    await moveMessages(host, conversation(), { from, by, into, resumed: false });
    expect(postAsCustomer).toHaveBeenCalledTimes(1);
    expect(postAsCustomer).toHaveBeenCalledWith(
      host,
      into,
      expect.anything(),
      expect.objectContaining({ text: 'Hello', at: at(1).getTime(), attachments: [card] }),
    );
  });

  test('is a file that is stored anew', async () => {
    const { host } = workspace();
    await moveMessages(host, conversation(), { from: [wrote('1', 1, picture)], by, into, resumed: false });
    const upload = { bytes: Buffer.from('bytes of f'), name: 'bread.png' };
    expect(storeByEngine).toHaveBeenCalledWith(host, expect.objectContaining({ room: into }), upload);
    expect(postAsCustomer).not.toHaveBeenCalled();
  });

  test.each([
    ['Rocket.Chat does not take it again', 5, 'uploads are off'],
    ['the engine cannot carry it', 100 * 1024 * 1024, 'too many'],
  ])('is a link to the file where %s', async (_where, size, reason) => {
    const { host, log } = workspace([], size);
    jest.mocked(storeByEngine).mockRejectedValue(new Error('uploads are off'));
    await moveMessages(host, conversation(), { from: [wrote('1', 1, picture)], by, into, resumed: false });
    expect(postAsCustomer).toHaveBeenCalledWith(
      host,
      into,
      expect.anything(),
      expect.objectContaining({ attachments: picture.attachments }),
    );
    expect(log.join()).toContain(reason);
  });

  test('is not posted twice when a crash came half-way', async () => {
    const from = [wrote('1', 1, { text: 'Hello' }), wrote('2', 2, { text: 'Hello' }), wrote('3', 3, picture)];
    const there = [wrote('moved 1', 1, { text: 'Hello' }), wrote('moved 3', 9, picture)];
    await moveMessages(workspace(there).host, conversation(), { from, by, into, resumed: true });
    expect(texts()).toEqual(['Hello']);
    expect(storeByEngine).not.toHaveBeenCalled();
    await moveMessages(workspace(there).host, conversation(), { from, by, into, resumed: false });
    expect(texts()).toEqual(['Hello', 'Hello', 'Hello']);
    expect(storeByEngine).toHaveBeenCalledTimes(1);
  });

  test('that is late by now stands at the moment of its move, says when it was written, and is known again', async () => {
    const now = at(10).getTime() + 10 * 60_000;
    jest.setSystemTime(now);
    const { host } = workspace();
    const from = [wrote('1', 1, { text: 'Hello' }), wrote('2', 2, picture)];
    await moveMessages(host, conversation(), { from, by, into, resumed: false });
    const posts = jest.mocked(postAsCustomer).mock.calls.map(([, , , post]) => post);
    const said = (second: number) => ({ text: expect.stringContaining(`10:00:0${second}`) as string });
    expect(posts).toEqual([
      expect.objectContaining({ text: 'Hello', at: now, writtenAt: said(1) }),
      // Nothing can be put below a file.
      expect.objectContaining({ text: '', attachments: undefined, writtenAt: said(2) }),
    ]);
    const moved = wrote('moved', 30, { text: 'Hello', attachments: [posts[0]?.writtenAt] });
    const again = [...from.slice(0, 1), wrote('3', 1, { text: 'Hello' })];
    await moveMessages(workspace([moved]).host, conversation(), { from: again, by, into, resumed: true });
    expect(texts()).toEqual(['Hello', '', 'Hello']);
    // One that was late before it was moved says so already.
    await moveMessages(host, conversation(), { from: [moved], by, into, resumed: false });
    expect(jest.mocked(postAsCustomer).mock.calls.at(-1)?.[3]).toMatchObject({
      attachments: [posts[0]?.writtenAt],
      writtenAt: undefined,
    });
  });
});
