import { findPostedLink } from '../../../src/handlers/inbound/findPostedLink';
import { file, storeEntry } from '../../../src/handlers/records/entries';
import { fakeHost } from '../../support/fakeHost';

test('the link of a message is found by what this process remembers of it, without a look where it does not', async () => {
  const { host, store } = fakeHost();
  const link = { kind: 'link', direction: 'in', number: '1', customer: '2' } as const;
  await storeEntry(host, { ...link, ...file(Date.now(), 'wamid.1') });
  store.roundTrips = 0;
  expect(await findPostedLink(host, 'm')).toBeUndefined();
  expect(store.roundTrips).toBe(0);
  host.memory.posted.set('m', 'wamid.1');
  expect(await findPostedLink(host, 'm')).toMatchObject({ kind: 'link', wamid: 'wamid.1' });
});
