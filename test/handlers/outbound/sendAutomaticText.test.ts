import { storeEntry } from '../../../src/handlers/core/records/entries';
import { aboutText, isTextSent } from '../../../src/handlers/outbound/sendAutomaticText';
import { fakeHost } from '../../support/fakeHost';
import { outboxEntry } from '../../support/records';

test('one of the app’s own texts was sent when there is a record of it, of this room and this kind', async () => {
  const { host } = fakeHost();
  await storeEntry(host, outboxEntry({ about: aboutText('welcome', 'r1'), messageId: undefined }));
  expect(await isTextSent(host, 'welcome', 'r1')).toBe(true);
  expect(await isTextSent(host, 'welcome', 'r2')).toBe(false);
  expect(await isTextSent(host, 'finished', 'r1')).toBe(false);
});
