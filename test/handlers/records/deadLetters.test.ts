import { findDeadLetters, removeDeadLetter, storeDeadLetter } from '../../../src/handlers/numbers/deadLetters';
import { findByWamid, purgeMinute, removeEntry, storeEntry } from '../../../src/handlers/core/records/entries';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

const inbox = inboxEntry({ wamid: 'w' });
const facts = { customers: ['+49 30 1'], reason: 'no room' };

async function marked() {
  const fake = fakeHost();
  await storeEntry(fake.host, inbox);
  await storeDeadLetter(fake.host, inbox, facts);
  return fake;
}

describe('the mark of a webhook that could not be worked off', () => {
  test('is found by its number, and is not taken for the webhook', async () => {
    const { host } = await marked();
    expect(await findDeadLetters(host, inbox.sender)).toEqual([{ ...facts, kind: 'undelivered' }]);
    expect(await findByWamid(host, 'w')).toEqual([inbox]);
  });

  test('is taken away alone', async () => {
    const { host } = await marked();
    await removeDeadLetter(host, inbox);
    expect(await findDeadLetters(host, inbox.sender)).toEqual([]);
    expect(await findByWamid(host, 'w')).toEqual([inbox]);
  });

  test('goes with the webhook, or with its minute', async () => {
    const first = await marked();
    await removeEntry(first.host, inbox);
    const second = await marked();
    await purgeMinute(second.host, inbox.minute);
    expect([...first.store.records, ...second.store.records]).toEqual([]);
  });
});
