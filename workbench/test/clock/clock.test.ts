import { replaceDate } from '../../shims/replaceDate';
import { Timers } from '../../shims/Timers';
import type { Traveller } from '../../src/clock/Clock';
import { Clock } from '../../src/clock/Clock';

describe('clock', () => {
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

  test('what is under way keeps nobody from travelling once it is known to wait for time to pass', async () => {
    const clock = new Clock(undefined, standingStill);
    const asked: number[] = [];
    let isUnderWay = true;
    clock.join({
      nextDue: () => undefined,
      moved: () => undefined,
      isBusy: () => isUnderWay,
      activity: () => 0,
      isHeld: (waits) => {
        asked.push(waits);
        // Not at the first time: then it goes on by itself.
        if (asked.length > 1) return true;
        isUnderWay = false;
        return false;
      },
    });
    const slow = clock.wait(MINUTE);
    await clock.settle();
    isUnderWay = true;
    await clock.settle();
    expect(asked).toEqual([1, 1]);
    isUnderWay = false;
    await clock.advance(MINUTE);
    await slow;
    isUnderWay = true;
    await clock.settle();
    expect(asked).toEqual([1, 1, 0]);
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
});

describe('timers', () => {
  /** A machine whose clock stands still, and whose timers never go off by themselves. */
  function machine(now = 1_000) {
    const timers = new Timers({ now: () => now, setTimeout: () => Symbol(), clearTimeout: () => undefined });
    const heard: string[] = [];
    const note = (what: string) => () => heard.push(`${what} at ${timers.now() - now}`);
    return { timers, heard, note };
  }

  test('what falls due on the way calls back in order, each at its own time', () => {
    const { timers, heard, note } = machine();
    timers.set(note('late'), 300);
    timers.set(note('early'), 100);
    timers.set(note('later still'), 301);
    timers.move(300);
    expect(heard).toEqual(['early at 100', 'late at 300']);
    expect(timers.now()).toBe(1_300);
    expect(timers.next()).toBe(1_301);
  });

  test('what a callback sets falls due on the same way', () => {
    const { timers, heard, note } = machine();
    timers.set(() => void timers.set(note('second'), 50), 100);
    timers.move(200);
    expect(heard).toEqual(['second at 150']);
  });

  test('a timer that was cleared does not call back, also when another one clears it on the way', () => {
    const { timers, heard, note } = machine();
    const first = timers.set(note('first'), 10);
    const second = timers.set(note('second'), 30);
    timers.set(() => void timers.clear(second), 20);
    expect(timers.clear(first)).toBe(true);
    expect(timers.clear(first)).toBe(false);
    timers.move(100);
    expect(heard).toEqual([]);
    expect(timers.next()).toBeUndefined();
  });

  test('what repeats itself does so once a move, and is asked for once a pace', () => {
    const { timers, heard, note } = machine();
    timers.set(note('tick'), 10, 10);
    timers.move(1_000);
    expect(heard).toEqual(['tick at 10']);
    expect(timers.next()).toBe(2_010);
    expect(timers.next(500)).toBe(2_500);
  });

  test('it never goes back', () => {
    const { timers } = machine();
    timers.move(500);
    timers.move(100);
    expect(timers.now()).toBe(1_500);
  });

  test('without a move they go off as the machine’s do', async () => {
    const timers = new Timers({
      now: Date.now,
      setTimeout: (callback, ms) => setTimeout(callback, ms),
      clearTimeout: (handle) => clearTimeout(handle),
    });
    const order: string[] = [];
    await new Promise<void>((resolve) => {
      timers.set(() => order.push('first'), 5);
      const every = timers.set(
        () => {
          order.push('again');
          if (order.length < 3) return;
          timers.clear(every);
          resolve();
        },
        20,
        20,
      );
    });
    expect(order).toEqual(['first', 'again', 'again']);
  });
});
