import { association } from '../../../src/handlers/core/records/association';
import {
  file,
  findByMinute,
  findByWamid,
  findEntry,
  purgeMinute,
  removeEntry,
  replaceEntry,
  storeEntry,
} from '../../../src/handlers/core/records/entries';
import type { LinkEntry } from '../../../src/handlers/core/records/Entry';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

const at = Date.UTC(2026, 10, 22, 10, 0, 30);

describe('records of the message path', () => {
  test('are found by their id, their minute and their message, with one round trip each', async () => {
    const { host, store } = fakeHost();
    const entry = inboxEntry({ receivedAt: at, wamid: 'wamid.1' });
    await storeEntry(host, entry);
    expect(store.roundTrips).toBe(1);
    expect(await findEntry(host, entry.entry)).toEqual(entry);
    expect(await findByMinute(host, '2026-11-22T10:00')).toEqual([entry]);
    expect(await findByWamid(host, 'wamid.1')).toEqual([entry]);
    expect(store.roundTrips).toBe(4);
  });

  test('without a message are read back too, although absent facts become null on the way', async () => {
    const { host } = fakeHost();
    const entry = inboxEntry({ receivedAt: at });
    await storeEntry(host, entry);
    expect(await findByMinute(host, entry.minute)).toEqual([{ ...entry, wamid: undefined }]);
  });

  test.each(['wamid.1', undefined])('are replaced by another one with the same filing (wamid %s)', async (wamid) => {
    const { host, store } = fakeHost();
    const entry = inboxEntry({ receivedAt: at, wamid });
    const link: LinkEntry = {
      entry: entry.entry,
      minute: entry.minute,
      wamid,
      kind: 'link',
      direction: 'in',
      number: '1',
      customer: '2',
    };
    await storeEntry(host, inboxEntry({ receivedAt: at, wamid }));
    await storeEntry(host, entry);
    await replaceEntry(host, link);
    expect(store.records).toHaveLength(2);
    expect(await findEntry(host, entry.entry)).toEqual(link);
  });

  test('that are gone are not made again by replacing them', async () => {
    const { host, store } = fakeHost();
    const entry = inboxEntry({ wamid: 'wamid.1' });
    await storeEntry(host, entry);
    await removeEntry(host, entry);
    await replaceEntry(host, entry);
    expect(store.records).toEqual([]);
  });

  test('go one by one, or with all of their minute', async () => {
    const { host } = fakeHost();
    const [first, second] = [inboxEntry({ receivedAt: at }), inboxEntry({ receivedAt: at })];
    const later = inboxEntry({ receivedAt: at + 60_000 });
    for (const entry of [first, second, later]) await storeEntry(host, entry);
    await removeEntry(host, first);
    expect(await findByMinute(host, first.minute)).toHaveLength(1);
    await purgeMinute(host, first.minute);
    expect(await findByMinute(host, first.minute)).toEqual([]);
    expect(await findEntry(host, later.entry)).toBeDefined();
  });

  test('of a shape that is not known are passed over', async () => {
    const { host } = fakeHost();
    const entry = inboxEntry({ receivedAt: at });
    await storeEntry(host, entry);
    await host.persistence.createWithAssociation({ kind: 'of tomorrow' }, association('minute', entry.minute));
    expect(await findByMinute(host, entry.minute)).toHaveLength(1);
  });

  test('get an id of their own', () => {
    expect(file(at).entry).not.toBe(file(at).entry);
    expect(file(at, 'w')).toMatchObject({ minute: '2026-11-22T10:00', wamid: 'w' });
  });
});
