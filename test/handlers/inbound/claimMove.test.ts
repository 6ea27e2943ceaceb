import { claimMove } from '../../../src/handlers/inbound/claimMove';
import { fakeHost } from '../../support/fakeHost';

const MINUTE = 60_000;
let now = Date.UTC(2026, 10, 22, 10);

describe('who moves a room', () => {
  beforeEach(() => {
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  test('is the first of two instances, in every try', async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      const { host, store } = fakeHost();
      const moves = await Promise.all([host, fakeHost({ store }).host].map((each) => claimMove(each, 'room')));
      expect(moves.filter(Boolean)).toMatchObject([{ resumed: false }]);
      await moves.find(Boolean)?.end();
      expect(store.records).toEqual([]);
    }
  });

  test('is somebody else when the first one has died, who knows that it was begun', async () => {
    const { host, store } = fakeHost();
    await claimMove(host, 'room');
    now += 2 * MINUTE;
    expect(await claimMove(host, 'room')).toBeUndefined();
    now += 2 * MINUTE;
    const move = await claimMove(host, 'room');
    expect(move?.resumed).toBe(true);
    await move?.end();
    expect(store.records).toEqual([]);
  });
});
