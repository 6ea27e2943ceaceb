import { file, findByMinute, findByWamid, storeEntry } from '../../../src/handlers/core/records/entries';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { minute } from '../../../src/handlers/core/records/minute';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

const facts = { direction: 'in', number: '1', customer: '2', roomId: 'r', messageId: undefined } as const;

describe('a message that is in the room', () => {
  test('turns its webhook into its link, with one round trip', async () => {
    const { host, store } = fakeHost();
    const entry = inboxEntry({ wamid: 'wamid.1' });
    await storeEntry(host, entry);
    const before = store.roundTrips;
    await linkMessage(host, entry, 'wamid.1', facts);
    expect(store.roundTrips).toBe(before + 1);
    expect(store.records).toEqual([
      {
        entry: entry.entry,
        minute: entry.minute,
        wamid: 'wamid.1',
        kind: 'link',
        ...{ ...facts, messageId: undefined },
      },
    ]);
    expect(host.memory.seen.has('wamid.1')).toBe(true);
  });

  test('that took longer than a minute is noted in its own minute as well', async () => {
    const { host } = fakeHost();
    const entry = inboxEntry({ wamid: 'wamid.1', ...file(Date.now() - 5 * 60_000, 'wamid.1') });
    await storeEntry(host, entry);
    await linkMessage(host, entry, 'wamid.1', { ...facts, messageId: 'm1' });
    const noted = await findByMinute(host, minute(Date.now()));
    expect(noted).toMatchObject([{ kind: 'note', wamid: 'wamid.1', changes: { roomId: 'r', messageId: 'm1' } }]);
    expect(await findByWamid(host, 'wamid.1')).toMatchObject([{ kind: 'link', messageId: 'm1' }]);
  });

  test('gets a link of its own where its webhook has several', async () => {
    const { host, store } = fakeHost();
    const entry = inboxEntry();
    await storeEntry(host, entry);
    await linkMessage(host, entry, 'wamid.1', facts);
    await linkMessage(host, entry, 'wamid.2', facts);
    expect(store.records).toHaveLength(3);
    expect(await findByWamid(host, 'wamid.2')).toMatchObject([{ kind: 'link', wamid: 'wamid.2', roomId: 'r' }]);
  });

  test('gets one of its own beside the message that its webhook is filed under', async () => {
    const { host } = fakeHost();
    const entry = inboxEntry({ wamid: 'wamid.1' });
    await storeEntry(host, entry);
    await linkMessage(host, entry, 'wamid.2', facts);
    await linkMessage(host, entry, 'wamid.1', facts);
    for (const wamid of ['wamid.1', 'wamid.2']) {
      expect(await findByWamid(host, wamid)).toMatchObject([{ kind: 'link', wamid }]);
    }
  });
});
