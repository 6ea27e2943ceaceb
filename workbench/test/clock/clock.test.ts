import { replaceDate } from '../../shims/replaceDate';
import { Clock, type Traveller } from '../../src/clock/Clock';

const START = Date.UTC(2026, 10, 30, 9);
const MINUTE = 60_000;

const standingStill = () => START;

/** Somebody with things to do at set times, who notes when they are done. */
class Diary implements Traveller {
  readonly done: number[] = [];
  #count = 0;

  constructor(
    readonly clock: Clock,
    readonly times: number[],
  ) {
    clock.join(this);
  }

  nextDue(): number | undefined {
    return this.times.find((time) => time > this.clock.now());
  }

  moved(): void {
    for (const time of this.times.filter((each) => each <= this.clock.now() && !this.done.includes(each))) {
      this.done.push(time);
      this.#count += 1;
    }
  }

  isBusy(): boolean {
    return false;
  }

  activity(): number {
    return this.#count;
  }
}

test('whoever goes along is met at each of their times, in order, and nobody further than the journey goes', async () => {
  const clock = new Clock(undefined, standingStill);
  const seen: string[] = [];
  const one = new Diary(clock, [START + MINUTE, START + 3 * MINUTE, START + 9 * MINUTE]);
  clock.after(2 * MINUTE, () => seen.push(`timer at ${(clock.now() - START) / MINUTE}, ${one.done.length} done`));
  await clock.advance(5 * MINUTE);
  expect(one.done).toEqual([START + MINUTE, START + 3 * MINUTE]);
  expect(seen).toEqual(['timer at 2, 1 done']);
  expect(clock.now()).toBe(START + 5 * MINUTE);
});

test('two journeys follow each other, and none goes back', async () => {
  const clock = new Clock(undefined, standingStill);
  await Promise.all([clock.advance(MINUTE), clock.advance(2 * MINUTE)]);
  expect(clock.now()).toBe(START + 3 * MINUTE);
  await expect(clock.advance(-1)).rejects.toThrow('forward only');
  await expect(clock.advance(Number.NaN)).rejects.toThrow('forward only');
});

test('a clock at the same place goes on from there, and follows', async () => {
  let kept = 0;
  const place = { read: () => kept, write: (offset: number) => (kept = offset) };
  const first = new Clock(place, standingStill);
  await first.advance(MINUTE);
  const second = new Clock(place, standingStill);
  expect(second.now()).toBe(START + MINUTE);
  await first.advance(MINUTE);
  const diary = new Diary(second, [START + 1.5 * MINUTE]);
  await second.follow();
  expect(second.now()).toBe(first.now());
  expect(diary.done).toHaveLength(1);
});

test('a wait ends by a journey or by its signal, and a limit strikes only what is not done', async () => {
  const clock = new Clock(undefined, standingStill);
  const stop = new AbortController();
  const waits = [clock.wait(MINUTE), clock.wait(60 * MINUTE, stop.signal)];
  const [late] = clock.timeout(MINUTE);
  const [inTime, done] = clock.timeout(MINUTE);
  done();
  await clock.advance(2 * MINUTE);
  stop.abort();
  await Promise.all(waits);
  expect([late.aborted, inTime.aborted]).toEqual([true, false]);
  expect(late.reason).toMatchObject({ name: 'TimeoutError' });
});

test('dates of the process follow, and stay dates', () => {
  const putBack = replaceDate(() => START);
  try {
    expect(Date.now()).toBe(START);
    expect(new Date().getTime()).toBe(START);
    expect(Date()).toBe(new Date(START).toString());
    expect(new Date(5).getTime()).toBe(5);
    expect(new Date(2026, 1)).toBeInstanceOf(Date);
    expect(new Date().constructor).toBe(Date);
    expect(structuredClone(new Date())).toEqual(new Date(START));
    class Own extends Date {}
    expect(new Own().getTime()).toBe(START);
    expect(new Own()).toBeInstanceOf(Own);
  } finally {
    putBack();
  }
  expect(Date.now()).not.toBe(START);
});
