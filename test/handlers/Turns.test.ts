import fc from 'fast-check';
import { Turns } from '../../src/handlers/Turns';

/** Something that is awaited until the test lets go. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('turns', () => {
  test('keep the order in which work was asked for, for every key, however long each takes', async () => {
    const asked = fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), ticks: fc.nat(5), fails: fc.boolean() }));
    await fc.assert(
      fc.asyncProperty(asked, async (works) => {
        const turns = new Turns();
        const ended: { key: string; index: number }[] = [];
        const working = new Map<string, number>();
        const outcomes = works.map(({ key, ticks, fails }, index) =>
          turns.take(key, async () => {
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
    const turns = new Turns();
    const { opened, open } = gate();
    const seen: string[] = [];
    const slow = turns.take('a', () => opened.then(() => void seen.push('slow')));
    const after = turns.take('a', async () => void seen.push('after'));
    await turns.take('b', async () => void seen.push('other'));
    expect(seen).toEqual(['other']);
    open();
    await Promise.all([slow, after]);
    expect(seen).toEqual(['other', 'slow', 'after']);
  });

  test('of several keys wait for all of them, in whatever order they are asked for', async () => {
    const turns = new Turns();
    const { opened, open } = gate();
    const seen: string[] = [];
    const works = [
      turns.take('a', () => opened.then(() => void seen.push('a'))),
      turns.take(['b', 'a'], async () => void seen.push('b and a')),
      turns.take(['a', 'b'], async () => void seen.push('a and b')),
      turns.take('b', async () => void seen.push('b')),
    ];
    await turns.take('c', async () => void seen.push('c'));
    open();
    await Promise.all(works);
    expect(seen).toEqual(['c', 'a', 'b and a', 'a and b', 'b']);
  });

  test('give back what the work gives, and throw what it throws', async () => {
    const turns = new Turns();
    const failed = turns.take('a', () => Promise.reject(new Error('no')));
    const next = turns.take('a', async () => 7);
    await expect(failed).rejects.toThrow('no');
    expect(await next).toBe(7);
  });

  test('are forgotten when their queue is empty', async () => {
    const turns = new Turns();
    const queues = Reflect.get(turns, 'last') as Map<string, unknown>;
    const works = Array.from({ length: 100 }, (_, index) => turns.take(`customer ${index % 50}`, async () => index));
    expect(queues.size).toBe(50);
    await Promise.all(works);
    await new Promise(setImmediate);
    expect(queues.size).toBe(0);
  });

  test('may be held until they are given up', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const leave = await turns.enter('a');
    const next = turns.enter('a').then((leaveNext) => {
      order.push('next');
      leaveNext();
    });
    await turns.take('b', async () => void order.push('another key'));
    order.push('leaving');
    leave();
    await next;
    expect(order).toEqual(['another key', 'leaving', 'next']);
  });
});
