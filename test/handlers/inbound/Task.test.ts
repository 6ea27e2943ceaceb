import { unlessRepeated } from '../../../src/handlers/inbound/Task';
import { storeEntry } from '../../../src/handlers/records/entries';
import { linkMessage } from '../../../src/handlers/records/linkMessage';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

const link = { direction: 'in', number: '1', customer: '2' } as const;
const event = { wamid: 'wamid.1' };

/** A message that was put into its room, and the repeated webhook of it. */
async function repeated(facts: Parameters<typeof inboxEntry>[0]) {
  const fake = fakeHost();
  const first = inboxEntry({ wamid: 'wamid.1' });
  await storeEntry(fake.host, first);
  await linkMessage(fake.host, first, 'wamid.1', link);
  const inbox = inboxEntry(facts);
  await storeEntry(fake.host, inbox);
  return { ...fake, inbox, work: jest.fn(async () => undefined) };
}

describe('what is done unless a message is repeated', () => {
  test('is done for a new one', async () => {
    const { host } = fakeHost();
    const inbox = inboxEntry({ wamid: 'wamid.1' });
    const work = jest.fn(async () => undefined);
    await unlessRepeated({ host, inbox, event }, work);
    expect(work).toHaveBeenCalledTimes(1);
  });

  test('is not done again, and costs nothing where this process remembers', async () => {
    const { host, store, inbox, work } = await repeated({ wamid: 'wamid.1' });
    const before = store.roundTrips;
    await unlessRepeated({ host, inbox, event }, work);
    expect(work).not.toHaveBeenCalled();
    expect(store.roundTrips).toBe(before);
  });

  test('the sweep takes the repeated webhook away', async () => {
    const { host, store, inbox, work } = await repeated({ wamid: 'wamid.1', resumed: true });
    await unlessRepeated({ host, inbox, event }, work);
    expect(store.records).toMatchObject([{ kind: 'link' }]);
  });

  test('but not when another message, which is not done yet, came with it', async () => {
    const { host, store, inbox, work } = await repeated({ wamid: 'wamid.2', resumed: true });
    await unlessRepeated({ host, inbox, event }, work);
    expect(store.records).toMatchObject([{ kind: 'link' }, { kind: 'inbox', wamid: 'wamid.2' }]);
  });
});
