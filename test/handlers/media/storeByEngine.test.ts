import { readUploadRefusal, storeByEngine } from '../../../src/handlers/media/storeByEngine';
import { fakeHost } from '../../support/fakeHost';
import { failureOf } from '../dialog360/support/connect';
import { mediaRoom, roomParts } from './support/mediaRoom';

const place = { room: mediaRoom(), visitor: { token: 'visitor-token', username: 'ana', name: 'Ana' } };
const file = () => ({ bytes: Buffer.from('bytes'), name: 'a.pdf' });

test('a stored file is in the room, and its message is known', async () => {
  const parts = roomParts();
  const { host } = fakeHost(parts);
  await expect(storeByEngine(host, place, file())).resolves.toMatchObject({ messageId: 'message-1' });
  expect(parts.lines).toMatchObject([{ by: 'customer', file: { name: 'a.pdf' }, bytes: Buffer.from('bytes') }]);
});

test('a host that does not tell what it stored is not asked to store it again: the file is known by its name', async () => {
  const parts = roomParts({ silent: true });
  const { host } = fakeHost(parts);
  await expect(storeByEngine(host, place, file())).resolves.toMatchObject({ messageId: 'message-1' });
  expect(parts.lines).toHaveLength(1);
});

test('where the server lets nobody look for the message, the file counts as posted just now', async () => {
  const parts = roomParts();
  const { host } = fakeHost(parts);
  host.memory.lacks.set('getMessages', true);
  await expect(storeByEngine(host, place, file())).resolves.toEqual({ storedAt: expect.closeTo(Date.now(), -4) });
});

test('a room that was closed meanwhile has no message of it', async () => {
  const { host } = fakeHost(roomParts({ open: [] }));
  await expect(storeByEngine(host, place, file())).resolves.toBeUndefined();
});

test.each([
  ['File type is not accepted [error-invalid-file-type]', 'media:workspaceType'],
  ['connect ECONNREFUSED', 'media:notStored'],
  ['File does not match filter [invalid-file]', 'media:notStored'],
])('the failure "%s" is told as %s', async (text, key) => {
  const parts = roomParts();
  parts.state.refusal = new Error(text);
  expect((await failureOf(storeByEngine(fakeHost(parts).host, place, file()))).key).toBe(key);
});

test('the bytes are not written out as a list of numbers on the way', async () => {
  const { bytes, name } = file();
  await storeByEngine(fakeHost(roomParts()).host, place, { bytes, name });
  expect(JSON.stringify([bytes])).toBe('[null]');
});

test.each([
  ['File type is not accepted [error-invalid-file-type]', 'media:workspaceType'],
  ['File exceeds allowed size of 1 MB [error-file-too-large]', 'media:workspaceTooLarge'],
  ['error-file-upload-disabled', 'media:workspaceOff'],
  ['File upload is disabled', 'media:workspaceOff'],
])('%s is final', (text, key) => {
  expect(readUploadRefusal(new Error(text))).toEqual({ key });
});

test.each([new Error('ECONNREFUSED'), new Error(''), 'nonsense', undefined])('%s may pass', (error) => {
  expect(readUploadRefusal(error)).toBeUndefined();
});
