import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { isCaptioned } from '../../../src/handlers/media/isCaptioned';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/whatsappRoom';

const newestFirst = [
  { id: 'second-file', sender: { _id: 'visitor' } },
  { id: 'caption', sender: { _id: 'visitor' }, text: 'from my album' },
  { id: 'first-file', sender: { _id: 'visitor' } },
];

test.each([
  ['is there when it stands behind its file', 'first-file', 'from my album', true],
  ['is not there behind the newest file', 'second-file', 'from my album', false],
  ['is not there when something else stands behind the file', 'first-file', 'another', false],
  ['is not there behind a file that is not', 'gone', 'from my album', false],
])('the text of a file %s', async (_what, messageId, text, expected) => {
  const getMessages = async () => newestFirst;
  const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
  expect(await isCaptioned(host, whatsappRoom(), { messageId, visitorId: 'visitor' }, text)).toBe(expected);
});
