import { Crew } from '../../src/handlers/Crew';

/** Something that ends when the test says so. */
function pending() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { ended, end: () => end() };
}

const rules = { size: 2, longest: 1_000, patience: 100 };

describe('a crew', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const soon = () => jest.advanceTimersByTimeAsync(0);

  test('does so many at a time, in the order they came', async () => {
    const crew = new Crew(rules);
    const works = [pending(), pending(), pending(), pending()];
    const begun: number[] = [];
    works.forEach(({ ended }, at) => void crew.run(() => (begun.push(at), ended)));
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
    const crew = new Crew({ ...rules, size: 1 });
    const failed = crew.run(() => Promise.reject(new Error('no room')));
    const given = crew.run(() => Promise.resolve('posted'));
    await expect(failed).rejects.toThrow('no room');
    await expect(given).resolves.toBe('posted');
  });

  test('holds nobody up for what takes long, and still tells how that ended', async () => {
    const crew = new Crew({ ...rules, size: 1 });
    const slow = pending();
    const told = crew.run(() => slow.ended.then(() => 'a large file'));
    const quick = crew.run(() => Promise.resolve('a text'));
    await jest.advanceTimersByTimeAsync(rules.longest);
    await expect(quick).resolves.toBe('a text');
    slow.end();
    await expect(told).resolves.toBe('a large file');
  });

  test('tells of a late failure too', async () => {
    const crew = new Crew(rules);
    const slow = pending();
    const told = crew.run(() => slow.ended.then(() => Promise.reject(new Error('gone'))));
    const failure = expect(told).rejects.toThrow('gone');
    await jest.advanceTimersByTimeAsync(rules.longest);
    slow.end();
    await failure;
  });

  test('lets those go first for whom somebody waits', async () => {
    const crew = new Crew(rules);
    const answer = pending();
    const begun = jest.fn(() => Promise.resolve());
    void crew.first(() => answer.ended);
    void crew.run(begun);
    await soon();
    expect(begun).not.toHaveBeenCalled();
    answer.end();
    await soon();
    expect(begun).toHaveBeenCalledTimes(1);
  });

  test('but not for ever', async () => {
    const crew = new Crew(rules);
    const begun = jest.fn(() => Promise.resolve());
    void crew.first(() => pending().ended);
    void crew.run(begun);
    await jest.advanceTimersByTimeAsync(rules.patience);
    expect(begun).toHaveBeenCalledTimes(1);
  });

  test('does at once what somebody waits for, however much there is to do', async () => {
    const crew = new Crew({ ...rules, size: 1 });
    void crew.run(() => pending().ended);
    await expect(crew.first(() => Promise.resolve(200))).resolves.toBe(200);
  });

  test('lets others go again after one for whom somebody waited has failed', async () => {
    const crew = new Crew(rules);
    await expect(crew.first(() => Promise.reject(new Error('no store')))).rejects.toThrow('no store');
    await expect(crew.run(() => Promise.resolve('done'))).resolves.toBe('done');
  });
});
