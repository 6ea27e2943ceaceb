import { findPieces } from '../../../src/handlers/outbound/findPieces';
import { file, storeEntry } from '../../../src/handlers/records/entries';
import { fakeHost } from '../../support/fakeHost';
import { outboxEntry } from '../../support/outboxEntry';

test('of a message’s pieces those count that WhatsApp has or that are on their way, each as often as it was', async () => {
  const { host } = fakeHost();
  const about = 'message-id';
  const link = (piece: string, delivery: string) =>
    storeEntry(host, {
      ...file(Date.now(), `wamid.${piece}.${delivery}`),
      kind: 'link',
      direction: 'out',
      number: '1',
      customer: '2',
      about,
      piece,
      delivery,
    });
  await link('a', 'failed');
  await link('b', 'accepted');
  await link('b', 'read');
  await storeEntry(host, outboxEntry({ about, piece: 'c' }));
  await storeEntry(host, outboxEntry({ about, piece: 'uncertain', told: true }));
  await storeEntry(host, outboxEntry({ about }));
  await storeEntry(host, outboxEntry({ about: 'another', piece: 'd' }));
  expect(await findPieces(host, about)).toEqual(['b', 'b', 'c']);
  // Of those that were taken before, records decide as long as they are there.
  expect(await findPieces(host, about, ['a', 'b', 'b', 'e', 'e'])).toEqual(['b', 'b', 'c', 'e', 'e']);
});
