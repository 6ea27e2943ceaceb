import { findFile } from '../../../src/handlers/media/findFile';
import { fakeHost } from '../../support/fakeHost';
import { mediaRoom, roomParts } from './support/mediaRoom';

test('the newest message with a fitting file is found, among others', async () => {
  const parts = roomParts();
  const file = (name: string) => ({ _id: `id of ${name}`, name, type: '' });
  parts.add({ by: 'customer', file: file('a.pdf'), createdAt: new Date(1_000) });
  parts.add({ by: 'customer', file: file('a.pdf'), createdAt: new Date(3_000) });
  parts.add({ by: 'customer', text: 'a.pdf', createdAt: new Date(4_000) });
  const { host } = fakeHost(parts);
  const isIt = ({ file: { name } }: { file: { name: string } }) => name === 'a.pdf';
  await expect(findFile(host, mediaRoom(), 25, isIt)).resolves.toEqual({ messageId: 'message-2', storedAt: 3_000 });
  await expect(findFile(host, mediaRoom(), 25, () => false)).resolves.toBeUndefined();
  await expect(findFile(host, mediaRoom(), 1, isIt)).resolves.toBeUndefined();
});
