import { findByMinute, purgeMinute } from '../../../src/handlers/records/entries';
import { minute } from '../../../src/handlers/records/minute';
import { findUnfetched, storeUnfetched } from '../../../src/handlers/records/unfetched';
import { fakeHost } from '../../support/fakeHost';

const facts = {
  wamid: 'wamid.1',
  number: '1',
  customer: '2',
  at: 1_700_000_000_000,
  media: { id: 'media', kind: 'image', mimeType: undefined } as const,
};

describe('a file that may be tried again', () => {
  test('is found by its message, and is no record of the message path', async () => {
    const { host } = fakeHost();
    await storeUnfetched(host, facts);
    expect(await findUnfetched(host, 'wamid.1')).toMatchObject([
      { kind: 'unfetched', media: { id: 'media', kind: 'image' } },
    ]);
    expect(await findUnfetched(host, 'wamid.2')).toEqual([]);
    expect(await findByMinute(host, minute(Date.now()))).toEqual([]);
  });

  test('is forgotten with the messages of its minute', async () => {
    const { host, store } = fakeHost();
    await storeUnfetched(host, facts);
    await purgeMinute(host, String(Reflect.get(store.records[0] ?? {}, 'minute')));
    expect(store.records).toEqual([]);
  });
});
