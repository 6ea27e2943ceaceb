import { storeEntry } from '../../../src/handlers/core/records/entries';
import { isRepeated } from '../../../src/handlers/inbound/webhook/isRepeated';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

const wamid = 'wamid.1';
const link = { direction: 'in', number: '1', customer: '2' } as const;

describe('a message is repeated', () => {
  test('when it was put into a room before, by this process or by another', async () => {
    const { host, store } = fakeHost();
    const other = fakeHost({ store }).host;
    const first = inboxEntry({ wamid });
    await storeEntry(host, first);
    await linkMessage(host, first, wamid, link);
    const again = inboxEntry({ wamid });
    await storeEntry(host, again);
    const before = store.roundTrips;
    expect(await isRepeated(host, again, wamid)).toBe(true);
    expect(store.roundTrips).toBe(before);
    expect(await isRepeated(other, again, wamid)).toBe(true);
    expect(store.roundTrips).toBe(before + 1);
    expect(await isRepeated(other, again, wamid)).toBe(true);
    expect(store.roundTrips).toBe(before + 1);
  });

  test('not when it is new', async () => {
    const { host } = fakeHost();
    const entry = inboxEntry({ wamid });
    await storeEntry(host, entry);
    await storeEntry(host, inboxEntry({ wamid: 'wamid.2', receivedAt: 1 }));
    expect(await isRepeated(host, entry, wamid)).toBe(false);
  });

  test('not because an early status of it is there', async () => {
    const { host } = fakeHost();
    const entry = inboxEntry({ wamid });
    await storeEntry(host, entry);
    await storeEntry(host, { entry: 'e', minute: entry.minute, wamid, kind: 'early', delivery: 'sent' });
    expect(await isRepeated(host, entry, wamid)).toBe(false);
  });

  test.each([
    ['whose clocks are right', 1_000, 2_000],
    ['whose clocks are the same', 1_000, 1_000],
    ['of which the later has the slower clock', 2_000, 1_000],
  ])('to the second of two instances %s, by what was stored first', async (_what, a, b) => {
    const { host, store } = fakeHost();
    const other = fakeHost({ store }).host;
    const [one, two] = [inboxEntry({ wamid, receivedAt: a }), inboxEntry({ wamid, receivedAt: b })];
    await Promise.all([storeEntry(host, one), storeEntry(other, two)]);
    const outcomes = await Promise.all([isRepeated(host, one, wamid), isRepeated(other, two, wamid)]);
    expect(outcomes).toEqual([false, true]);
  });

  test('to the second of two instances with the same batch', async () => {
    const { host, store } = fakeHost();
    const other = fakeHost({ store }).host;
    const [one, two] = [inboxEntry(), inboxEntry()];
    for (const { entry, minute } of [one, two]) {
      await storeEntry(host, { kind: 'claim', entry, minute, attempts: 0 }, ['wamid.0', wamid]);
    }
    expect(await isRepeated(host, one, wamid)).toBe(false);
    expect(await isRepeated(other, two, wamid)).toBe(true);
  });

  test('not because an earlier webhook with it has failed more often and waits for its next try', async () => {
    const { host } = fakeHost();
    const failed = inboxEntry({ wamid, receivedAt: 1_000, attempts: 2 });
    const fresh = inboxEntry({ wamid, receivedAt: 2_000 });
    await storeEntry(host, failed);
    await storeEntry(host, fresh);
    expect(await isRepeated(host, fresh, wamid)).toBe(false);
    expect(await isRepeated(host, failed, wamid)).toBe(false);
  });
});
