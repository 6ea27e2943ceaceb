import { Limiter } from '../../src/handlers/core/Limiter';

/** Something that ends when the test says so. */
function pending() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end: () => end() };
}

const rules = { size: 2, longest: 1_000, patience: 100 };

describe('a limiter', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const soon = () => jest.advanceTimersByTimeAsync(0);

  test('does so many at a time, in the order they came', async () => {
    const limiter = new Limiter(rules);
    const works = [pending(), pending(), pending(), pending()];
    const begun: number[] = [];
    works.forEach(({ ended }, at) => void limiter.run(() => (begun.push(at), ended)));
    await soon();
    expect(begun).toEqual([0, 1]);
    works[1]?.end();
    await soon();
    expect(begun).toEqual([0, 1, 2]);
    works[0]?.end();
    await soon();
    expect(begun).toEqual([0, 1, 2, 3]);
  });

  test('gives out what the work gave, or failed with, and goes on', async () => {
    const limiter = new Limiter({ ...rules, size: 1 });
    const failed = limiter.run(() => Promise.reject(new Error('no room')));
    const given = limiter.run(() => Promise.resolve('posted'));
    await expect(failed).rejects.toThrow('no room');
    await expect(given).resolves.toBe('posted');
  });

  test('holds nobody up for what takes long, and still tells how that ended', async () => {
    const limiter = new Limiter({ ...rules, size: 1 });
    const slow = pending();
    const told = limiter.run(() => slow.ended.then(() => 'a large file'));
    const quick = limiter.run(() => Promise.resolve('a text'));
    await jest.advanceTimersByTimeAsync(rules.longest);
    await expect(quick).resolves.toBe('a text');
    slow.end();
    await expect(told).resolves.toBe('a large file');
  });

  test('tells of a late failure too', async () => {
    const limiter = new Limiter(rules);
    const slow = pending();
    const told = limiter.run(() => slow.ended.then(() => Promise.reject(new Error('gone'))));
    const failure = expect(told).rejects.toThrow('gone');
    await jest.advanceTimersByTimeAsync(rules.longest);
    slow.end();
    await failure;
  });

  test('lets those go first for whom somebody waits', async () => {
    const limiter = new Limiter(rules);
    const answer = pending();
    const begun = jest.fn(() => Promise.resolve());
    void limiter.runUrgent(() => answer.ended);
    void limiter.run(begun);
    await soon();
    expect(begun).not.toHaveBeenCalled();
    answer.end();
    await soon();
    expect(begun).toHaveBeenCalledTimes(1);
  });

  test('but not for ever', async () => {
    const limiter = new Limiter(rules);
    const begun = jest.fn(() => Promise.resolve());
    void limiter.runUrgent(() => pending().ended);
    void limiter.run(begun);
    await jest.advanceTimersByTimeAsync(rules.patience);
    expect(begun).toHaveBeenCalledTimes(1);
  });

  test('does at once what somebody waits for, however much there is to do', async () => {
    const limiter = new Limiter({ ...rules, size: 1 });
    void limiter.run(() => pending().ended);
    await expect(limiter.runUrgent(() => Promise.resolve(200))).resolves.toBe(200);
  });

  test('lets others go again after one for whom somebody waited has failed', async () => {
    const limiter = new Limiter(rules);
    await expect(limiter.runUrgent(() => Promise.reject(new Error('no store')))).rejects.toThrow('no store');
    await expect(limiter.run(() => Promise.resolve('done'))).resolves.toBe('done');
  });
});
