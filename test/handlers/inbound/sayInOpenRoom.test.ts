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
