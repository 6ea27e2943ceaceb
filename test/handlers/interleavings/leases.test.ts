import { makeOnce, takeLease } from '../../../src/handlers/core/records/leases';
import { fakeHost } from '../../support/fakeHost';
import type { Play } from '../../support/interleavings';
import { explore } from '../../support/interleavings';

// Only a test that hangs takes this long: a busy machine may need a minute for what takes a second on a quiet one.
jest.setTimeout(180_000);

// The store offers inserts, reads and deletes, each by itself, and no lock. Every order in which the calls of two or three
// instances can meet is tried.

/** Longer than every lease for making something. */
const LATER = 25_000;

/** Instances that each make the same thing once. */
function making(more: Partial<Play>, check: (things: readonly string[]) => void): Play {
  return {
    instances: 2,
    ...more,
    begin: (stage) => {
      const things: string[] = [];
      return {
        run: (instance) => {
          const { host } = fakeHost({ store: stage.store });
          const find = () => stage.step('find', () => things[0]);
          const make = () =>
            stage.step('make', () => things[things.push(`of ${instance}`) - 1] ?? '', { isEffect: true });
          return makeOnce(host, 'thing', { find, make });
        },
        state: () => things,
        check: ({ results }) => {
          check(things);
          for (const result of results.values()) expect(result).toBe(things[0]);
        },
      };
    },
  };
}

const isOnce = (things: readonly string[]) => expect(things).toHaveLength(1);
const isAtMostOnce = (things: readonly string[]) => expect(things.length).toBeLessThanOrEqual(1);

describe('what is made once', () => {
  test('is made once by two instances, in every order of their steps', async () => {
    const { ends, states } = await explore(making({}, isOnce));
    expect(ends).toBeGreaterThan(0);
    expect(states).toBeGreaterThan(20);
  });

  test('is made once by three', async () => {
    expect((await explore(making({ instances: 3 }, isOnce))).states).toBeGreaterThan(100);
  });

  test('is made at most once where one of them is killed at any step, and the other one makes it', async () => {
    await explore(making({ crashes: 1 }, isAtMostOnce));
  });

  test('is made once where a lease ends between any two steps', async () => {
    await explore(making({ later: LATER }, isOnce));
  });

  // What no lock without the help of the store can prevent.
  test('is made twice only where the call that makes it is still on its way when its lease has ended', async () => {
    await expect(explore(making({ later: LATER, lateEffects: true }, isOnce))).rejects.toThrow(/time passes/);
  });
});

test('a lease has one holder at a time, whoever is killed or slow', async () => {
  const play = (more: Partial<Play>): Play => ({
    instances: 2,
    ...more,
    begin: (stage) => {
      let holders = 0;
      return {
        run: async () => {
          const { host } = fakeHost({ store: stage.store });
          const lease = await takeLease(host, 'work', LATER);
          if (!lease) return 'gave way';
          // Only a lease that ended by itself tells of work that somebody has begun: none does here.
          expect(lease.resumed).toBe(false);
          holders += 1;
          expect(holders).toBe(1);
          await stage.step('work', () => undefined);
          holders -= 1;
          await lease.end();
          return 'worked';
        },
        state: () => holders,
        check: ({ results, killed }) => {
          const [first] = [...results.values()].filter((result) => result !== 'gave way');
          expect([undefined, 'worked']).toContain(first);
          if (killed.size === 0) expect([...results.values()]).toContain('worked');
        },
      };
    },
  });
  await explore(play({}));
  await explore(play({ crashes: 1 }));
});
