import { housekeeping } from '../../../src/handlers/entry/jobs/housekeeping';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { readInstall } from '../../../src/handlers/core/records/install';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MONTH = 31 * DAY;
const start = Date.UTC(2026, 10, 22, 10, 0, 30);
let now = start;

describe('housekeeping', () => {
  beforeEach(() => {
    now = start;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  async function installedAMonthAgo() {
    const fake = fakeHost();
    now = start - MONTH;
    await readInstall(fake.host);
    now = start;
    return fake;
  }

  test('has nothing to look for in the first month', async () => {
    const { host, store } = fakeHost();
    await readInstall(host);
    now = start + MONTH - MINUTE;
    store.roundTrips = 0;
    await housekeeping(host);
    expect(store.roundTrips).toBeLessThan(10);
  });

  test('forgets what is older than a month, and nothing else', async () => {
    const { host, store } = await installedAMonthAgo();
    await saveNumber(host, connectedNumber());
    for (let day = 0; day < 4; day += 1) {
      await storeEntry(host, inboxEntry({ receivedAt: start - MONTH + day * DAY, wamid: `day ${day}` }));
    }
    for (let day = 1; day <= 2; day += 1) {
      now = start + day * DAY;
      await housekeeping(host);
    }
    const left = store.records.map((record) => Reflect.get(record, 'wamid') ?? Reflect.get(record, 'kind'));
    expect(left).toEqual(['install', 'number', 'day 2', 'day 3']);
  });

  test('does only so much at once after a long pause, and goes on with the next run', async () => {
    const { host, store } = await installedAMonthAgo();
    // One run walks two days at most; this one lies in what the second run comes to.
    await storeEntry(host, inboxEntry({ receivedAt: start - MONTH + 2.5 * DAY, wamid: 'old' }));
    now = start + 3 * DAY;
    store.roundTrips = 0;
    await housekeeping(host);
    expect(store.roundTrips).toBeLessThan(3_000);
    expect(store.records).toMatchObject([{ kind: 'install' }, { wamid: 'old' }]);
    await housekeeping(host);
    expect(store.records).toMatchObject([{ kind: 'install' }]);
  });
});
