import fc from 'fast-check';
import { KeyedMutex } from '../../src/handlers/core/KeyedMutex';

/** Something that is awaited until the test lets go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('mutex', () => {
  test('keep the order in which work was asked for, for every key, however long each takes', async () => {
    const asked = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(5), fails: fc.boolean() }));
    await fc.assert(
      fc.asyncProperty(asked, async (works) => {
        const mutex = new KeyedMutex();
        const ended: { key: string; index: number }[] = [];
        const working = new Map<string, number>();
        const outcomes = works.map(({ key, ticks, fails }, index) =>
          mutex.run(key, async () => {
            working.set(key, (working.get(key) ?? 0) + 1);
            expect(working.get(key)).toBe(1);
            for (let tick = 0; tick < ticks; tick += 1) await Promise.resolve();
            working.set(key, 0);
            ended.push({ key, index });
            if (fails) throw new Error('this work fails');
            return index;
          }),
        );
        const settled = await Promise.allSettled(outcomes);
        expect(settled.map(({ status }) => status)).toEqual(
          works.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        );
        for (const key of ['a', 'b', 'c']) {
          const order = ended.filter((each) => each.key === key).map(({ index }) => index);
          expect(order).toEqual([...order].sort((a, b) => a - b));
        }
        expect(ended).toHaveLength(works.length);
      }),
    );
  });

  test('of one key wait while those of another go on', async () => {
    const mutex = new KeyedMutex();
    const { opened, open } = gate();
    const seen: string[] = [];
    const slow = mutex.run('a', () => opened.then(() => void seen.push('slow')));
    const after = mutex.run('a', async () => void seen.push('after'));
    await mutex.run('b', async () => void seen.push('other'));
    expect(seen).toEqual(['other']);
    open();
    await Promise.all([slow, after]);
    expect(seen).toEqual(['other', 'slow', 'after']);
  });

  test('of several keys wait for all of them, in whatever order they are asked for', async () => {
    const mutex = new KeyedMutex();
    const { opened, open } = gate();
    const seen: string[] = [];
    const works = [
      mutex.run('a', () => opened.then(() => void seen.push('a'))),
      mutex.run(['b', 'a'], async () => void seen.push('b and a')),
      mutex.run(['a', 'b'], async () => void seen.push('a and b')),
      mutex.run('b', async () => void seen.push('b')),
    ];
    await mutex.run('c', async () => void seen.push('c'));
    open();
    await Promise.all(works);
    expect(seen).toEqual(['c', 'a', 'b and a', 'a and b', 'b']);
  });

  test('give back what the work gives, and throw what it throws', async () => {
    const mutex = new KeyedMutex();
    const failed = mutex.run('a', () => Promise.reject(new Error('no')));
    const next = mutex.run('a', async () => 7);
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe(7);
  });

  test('are forgotten when their queue is empty', async () => {
    const mutex = new KeyedMutex();
    const queues = Reflect.get(mutex, 'last') as Map<string, unknown>;
    const works = Array.from({ length: 100 }, (_, index) => mutex.run(`customer ${index % 50}`, async () => index));
    expect(queues.size).toBe(50);
    await Promise.all(works);
    await new Promise(setImmediate);
    expect(queues.size).toBe(0);
  });

  test('may be held until they are given up', async () => {
    const mutex = new KeyedMutex();
    const order: string[] = [];
    const leave = await mutex.acquire('a');
    const next = mutex.acquire('a').then((leaveNext) => {
      order.push('next');
      leaveNext();
    });
    await mutex.run('b', async () => void order.push('another key'));
    order.push('leaving');
    leave();
    await next;
    expect(order).toEqual(['another key', 'leaving', 'next']);
  });
});
