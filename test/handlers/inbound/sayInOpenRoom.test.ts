import { sayInOpenRoom } from '../../../src/handlers/inbound/sayInOpenRoom';
import { conversation } from '../../support/conversation';
import { fakeHost } from '../../support/fakeHost';
import { livechat } from '../../support/livechat';
import { postings } from '../../support/postings';
import { whatsappRoom } from '../../support/whatsappRoom';

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
