import { findStoredFile } from '../../../src/handlers/media/findStoredFile';
import { stemOfFile } from '../../../src/handlers/media/stemOfFile';
import { fakeHost } from '../../support/fakeHost';
import { sayKeys } from '../../support/sayKeys';
import { mediaRoom, roomParts } from './support/mediaRoom';

const at = Date.UTC(2026, 0, 2);
const media = { id: '42', kind: 'image' as const };
const naming = { media, wamid: 'w1', at, t: sayKeys };

function look(name: string, createdAt: number) {
  const parts = roomParts();
  parts.add({ by: 'customer', file: { _id: 'f', name, type: '' }, createdAt: new Date(createdAt) });
  return findStoredFile(fakeHost(parts).host, { room: mediaRoom(), media, wamid: 'w1', at }, sayKeys);
}

test('a file that an attempt left in the room is known by its name, whatever its ending', async () => {
  await expect(look(`${stemOfFile(naming)}.png`, at + 5_000)).resolves.toMatchObject({ messageId: 'message-1' });
});

test('the file of another message is not taken for it', async () => {
  await expect(look(`${stemOfFile({ ...naming, wamid: 'w2' })}.png`, at + 5_000)).resolves.toBeUndefined();
});

test('nor is one that was there before WhatsApp had the message', async () => {
  await expect(look(`${stemOfFile(naming)}.png`, at - 120_000)).resolves.toBeUndefined();
});
