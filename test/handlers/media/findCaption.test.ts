import type { IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { findCaption } from '../../../src/handlers/media/findCaption';
import { fakeHost } from '../../support/fakeHost';
import { whatsappRoom } from '../../support/whatsappRoom';

const newestFirst = [
  { id: 'second-file', sender: { _id: 'visitor' } },
  { id: 'caption', sender: { _id: 'visitor' }, text: 'from my album' },
  { id: 'first-file', sender: { _id: 'visitor' } },
];

test.each([
  ['is there when it stands behind its file', 'first-file', 'from my album', 'caption'],
  ['is not there behind the newest file', 'second-file', 'from my album', undefined],
  ['is not there when something else stands behind the file', 'first-file', 'another', undefined],
  ['is not there behind a file that is not', 'gone', 'from my album', undefined],
  ['is not there where there is none to look for', 'caption', '', undefined],
])('the text of a file %s', async (_what, messageId, text, expected) => {
  const getMessages = async () => newestFirst;
  const { host } = fakeHost({ read: { getRoomReader: () => ({ getMessages }) } as unknown as Partial<IRead> });
  expect(await findCaption(host, whatsappRoom(), { messageId, visitorId: 'visitor' }, ['other words', text])).toBe(
    expected,
  );
});
