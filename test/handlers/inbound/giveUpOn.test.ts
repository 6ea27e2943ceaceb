import { giveUpOn } from '../../../src/handlers/inbound/giveUpOn';
import { association } from '../../../src/handlers/records/association';
import { findByMinute, findByWamid, storeEntry } from '../../../src/handlers/records/entries';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

test('a webhook that is laid aside is kept, and neither the sweep nor a repeated one finds it', async () => {
  const { host, store } = fakeHost();
  const inbox = inboxEntry({ wamid: 'wamid.1', attempts: 10, body: { entry: ['the message'] } });
  await storeEntry(host, inbox);
  await giveUpOn(host, inbox, 'no room');
  const [kept] = await store.readByAssociation(association('undelivered'));
  expect(kept).toMatchObject({ kind: 'undelivered', reason: 'no room', body: { entry: ['the message'] } });
  expect(await findByMinute(host, inbox.minute)).toEqual([]);
  expect(await findByWamid(host, 'wamid.1')).toEqual([]);
});
