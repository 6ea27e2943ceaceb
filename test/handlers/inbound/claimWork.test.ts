import { claimWork } from '../../../src/handlers/inbound/claimWork';
import { fakeHost } from '../../support/fakeHost';

const MINUTE = 60_000;
let now = Date.UTC(2026, 10, 22, 10);

describe('who does what two have found to be done', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  test('is the first of two instances, in every try', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const { host, store } = fakeHost();
      const works = await Promise.all([host, fakeHost({ store }).host].map((each) => claimWork(each, 'room')));
      expect(works.filter(Boolean)).toMatchObject([{ resumed: false }]);
      await works.find(Boolean)?.end();
      expect(store.records).toEqual([]);
    }
  });

  test('is somebody else when the first one has died, who knows that it was begun', async () => {
    const { host, store } = fakeHost();
    await claimWork(host, 'room');
    now += 2 * MINUTE;
    expect(await claimWork(host, 'room')).toBeUndefined();
    now += 2 * MINUTE;
    const work = await claimWork(host, 'room');
    expect(work?.resumed).toBe(true);
    await work?.end();
    expect(store.records).toEqual([]);
  });
});
