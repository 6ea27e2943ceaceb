import { findByWamid, removeEntry } from '../../../src/handlers/core/records/entries';
import {
  findFailedDownloads,
  noteCard,
  storeFailedDownload,
} from '../../../src/handlers/inbound/media/failedDownloads';
import { fakeHost } from '../../support/fakeHost';

const facts = { wamid: 'wamid.1', number: '1', customer: '2', at: 3, media: { id: '42', kind: 'image' as const } };

test('a file to be tried again is found by its message, and forgotten', async () => {
  const { host } = fakeHost();
  await storeFailedDownload(host, facts);
  const [found] = await findFailedDownloads(host, 'wamid.1');
  expect(found).toMatchObject({ ...facts, kind: 'unfetched' });
  await expect(findFailedDownloads(host, 'wamid.2')).resolves.toEqual([]);
  await noteCard(host, found!, 'card-id');
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([{ ...found, cardId: 'card-id' }]);
  await removeEntry(host, found!);
  await expect(findFailedDownloads(host, 'wamid.1')).resolves.toEqual([]);
});

test('it is not taken for the message itself', async () => {
  const { host } = fakeHost();
  await storeFailedDownload(host, facts);
  await expect(findByWamid(host, 'wamid.1')).resolves.toEqual([]);
});
