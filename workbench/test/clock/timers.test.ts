import { Timers } from '../../shims/Timers';

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
