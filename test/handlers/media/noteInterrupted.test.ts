import { isTooHeavy } from '../../../src/handlers/media/isTooHeavy';
import { noteInterrupted } from '../../../src/handlers/media/noteInterrupted';
import { fakeHost } from '../../support/fakeHost';

const MB = 1024 * 1024;
const DAY = 24 * 60 * 60 * 1000;

describe('a large file that was interrupted', () => {
  afterEach(() => jest.restoreAllMocks());

  test('keeps files of its size out, and no smaller ones', async () => {
    const { host } = fakeHost();
    await noteInterrupted(host, 64 * MB);
    await noteInterrupted(host, 100 * MB);
    const sizes = [63 * MB, 64 * MB, 100 * MB];
    expect(await Promise.all(sizes.map((size) => isTooHeavy(host, size)))).toEqual([false, true, true]);
  });

  test('lowers what may pass when a smaller one is interrupted too', async () => {
    const { host } = fakeHost();
    await noteInterrupted(host, 100 * MB);
    await noteInterrupted(host, 40 * MB);
    expect(await isTooHeavy(host, 50 * MB)).toBe(true);
  });

  test('is not held against the engine when it is not that large', async () => {
    const { host } = fakeHost();
    await noteInterrupted(host, 20 * MB);
    expect(await isTooHeavy(host, 20 * MB)).toBe(false);
  });

  test('is forgotten after a day', async () => {
    const { host } = fakeHost();
    const now = Date.now();
    await noteInterrupted(host, 64 * MB);
    jest.spyOn(Date, 'now').mockReturnValue(now + DAY + 60_000);
    expect(await isTooHeavy(host, 64 * MB)).toBe(false);
  });
});
