import { CachedValue } from '../../src/handlers/core/CachedValue';
import { fakeHost } from '../support/fakeHost';

const { host } = fakeHost();

describe('a remembered value', () => {
  let now = 0;
  beforeEach(() => {
    now = 1_000_000;
    jest.spyOn(Date, 'now').mockImplementation(() => now);
  });
  afterEach(() => jest.restoreAllMocks());

  const counting = (maxAge = 60_000) => {
    let readings = 0;
    return new CachedValue(async () => (readings += 1), maxAge);
  };

  test('is read once, until it is too old', async () => {
    const value = counting();
    expect([await value.get(host), await value.get(host)]).toEqual([1, 1]);
    now += 59_999;
    expect(await value.get(host)).toBe(1);
    now += 1;
    expect(await value.get(host)).toBe(2);
  });

  test('may be asked for fresher than usual', async () => {
    const value = counting();
    await value.get(host);
    now += 6_000;
    expect(await value.get(host, 10_000)).toBe(1);
    expect(await value.get(host, 5_000)).toBe(2);
    expect(await value.get(host)).toBe(2);
  });

  test('is read once for all who ask at the same time', async () => {
    const value = counting();
    expect(await Promise.all([value.get(host), value.get(host), value.get(host)])).toEqual([1, 1, 1]);
  });

  test('is read anew after it was forgotten', async () => {
    const value = counting(Number.POSITIVE_INFINITY);
    await value.get(host);
    value.forget();
    expect(await value.get(host)).toBe(2);
  });

  test('that was forgotten while it was being read is not remembered: what was read may be older than the change', async () => {
    let stored = 'old';
    const value = new CachedValue(async () => {
      const read = stored;
      await Promise.resolve();
      return read;
    }, 60_000);
    const early = value.get(host);
    stored = 'new';
    value.forget();
    expect(await value.get(host)).toBe('new');
    await early;
    expect(await value.get(host)).toBe('new');
  });

  test('is asked for again after a reading that failed', async () => {
    let readings = 0;
    const value = new CachedValue(async () => {
      readings += 1;
      if (readings === 1) throw new Error('out of reach');
      return readings;
    }, 60_000);
    await expect(value.get(host)).rejects.toThrow('out of reach');
    expect(await value.get(host)).toBe(2);
  });
});
