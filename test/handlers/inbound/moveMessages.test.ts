import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages';
import { moveMessages } from '../../../src/handlers/inbound/moveMessages';
import { storeByEngine } from '../../../src/handlers/media/storeByEngine';
import { postAsCustomer } from '../../../src/handlers/omnichannel/postAsCustomer';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/whatsappRoom';

jest.mock('../../../src/handlers/omnichannel/postAsCustomer', () => ({ postAsCustomer: jest.fn() }));
jest.mock('../../../src/handlers/media/storeByEngine', () => ({ storeByEngine: jest.fn() }));

const by = conversation().visitor.id;
const into = whatsappRoom({ id: 'proper' }) as ILivechatRoom;
const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 10, minute));
const wrote = (id: string, minute: number, facts: object = {}) =>
  ({ id, createdAt: at(minute), sender: { _id: conversation().visitor.id }, ...facts }) as unknown as IMessageRaw;
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

describe('what a customer wrote in another room', () => {
  beforeEach(() => {
    jest.mocked(postAsCustomer).mockReset().mockResolvedValue('moved');
    jest.mocked(storeByEngine).mockReset().mockResolvedValue({ messageId: 'stored', storedAt: 0 });
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
});
