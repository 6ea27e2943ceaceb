import fc from 'fast-check';
import { CachedValue } from '../../../src/handlers/core/Host';
import { KeyedMutex } from '../../../src/handlers/core/KeyedMutex';
import { Limiter } from '../../../src/handlers/core/Limiter';
import { fakeHost } from '../../support/fakeHost';

describe('KeyedMutex', () => {
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
});

describe('Limiter', () => {
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
});

describe('CachedValue', () => {
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
});
