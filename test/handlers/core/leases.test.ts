import type { Host } from '../../../src/handlers/core/Host';
import { makeOnce, takeLease } from '../../../src/handlers/core/records/leases';

describe('leases', () => {
  // The store offers inserts, reads and deletes, each by itself, and no lock. So every order in which the calls of two or
  // three instances can meet is tried, with and without one of them dying at any point.

  /** Something that is under way, and when it is done. */
  interface Step {
    due: number;
    end: () => void;
  }

  /**
   * One run: instances make the same thing once each. Which of the calls under way ends next is what `choose` says, else the
   * one whose time has come first.
   */
  async function run(instances: number, choose: (open: number, decision: number) => number | undefined, dies?: number) {
    let now = 1_700_000_000_000;
    let seed = 7;
    let made = 0;
    let records: { entry: string; keys: string[]; data: object }[] = [];
    const things: string[] = [];
    const waiting: Step[] = [];
    const clock = jest.spyOn(Date, 'now').mockImplementation(() => now);
    const timers = jest.spyOn(globalThis, 'setTimeout').mockImplementation(((go: () => void, ms = 0) => {
      waiting.push({ due: now + ms, end: go });
    }) as unknown as typeof setTimeout);
    const random = jest.spyOn(Math, 'random').mockImplementation(() => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    });

    /** An instance that dies answers nothing from its n-th call on. */
    const hostOf = (instance: number): { host: Host; step: <T>(work: () => T) => Promise<T> } => {
      let calls = 0;
      const step = <T>(work: () => T): Promise<T> =>
        new Promise((resolve) => {
          calls += 1;
          if (instance === 0 && dies !== undefined && calls > dies) return;
          waiting.push({ due: now + 1, end: () => resolve(work()) });
        });
      const idsOf = (list: { getID(): string }[]) => list.map((each) => each.getID());
      const persistence = {
        createWithAssociations: (data: object, of: { getID(): string }[]) =>
          step(() => void records.push({ entry: idsOf(of)[0] ?? '', keys: idsOf(of), data })),
        removeByAssociation: (of: { getID(): string }) =>
          step(() => {
            records = records.filter(({ entry }) => entry !== of.getID());
          }),
      };
      const reader = {
        readByAssociation: (of: { getID(): string }) =>
          step(() => records.filter(({ keys }) => keys.includes(of.getID())).map(({ data }) => data)),
      };
      return { host: { persistence, read: { getPersistenceReader: () => reader } } as unknown as Host, step };
    };

    const results: string[] = [];
    const runs = Array.from({ length: instances }, (_, instance) => {
      const { host, step } = hostOf(instance);
      const find = () => step(() => things[0]);
      const make = () =>
        step(() => {
          things.push(`thing ${(made += 1)}`);
          return things[things.length - 1] ?? '';
        });
      return makeOnce(host, 'thing', { find, make }).then((result) => void results.push(result));
    });
    const living = dies === undefined ? instances : instances - 1;
    const widths: number[] = [];
    for (let decision = 0; results.length < living && decision < 5_000; decision += 1) {
      // Answers travel as promises: what is under way next is known when all of them have arrived.
      await new Promise(setImmediate);
      if (waiting.length === 0) continue;
      const first = waiting.reduce((best, { due }, at) => (due < (waiting[best]?.due ?? 0) ? at : best), 0);
      const [step] = waiting.splice(choose(waiting.length, widths.length) ?? first, 1);
      widths.push(waiting.length + 1);
      now = Math.max(now, step?.due ?? 0);
      step?.end();
    }
    if (dies === undefined) await Promise.all(runs);
    timers.mockRestore();
    random.mockRestore();
    clock.mockRestore();
    return { things, results, widths, left: records.length };
  }

  /** Tries every order of the first `depth` calls; those after them end as they come. */
  async function explore(instances: number, depth: number, check: (end: Awaited<ReturnType<typeof run>>) => void) {
    let runs = 0;
    for (let choices: number[] | undefined = []; choices; runs += 1) {
      const chosen: number[] = choices;
      const end = await run(instances, (_, decision) => (decision < depth ? (chosen[decision] ?? 0) : undefined));
      check(end);
      const path = end.widths.slice(0, depth).map((width, at) => ({ width, choice: chosen[at] ?? 0 }));
      while (path.length > 0 && (path.at(-1)?.choice ?? 0) + 1 >= (path.at(-1)?.width ?? 0)) path.pop();
      choices =
        path.length === 0 ? undefined : path.map(({ choice }, at) => (at === path.length - 1 ? choice + 1 : choice));
    }
    return runs;
  }

  describe('what is made once', () => {
    afterEach(() => jest.restoreAllMocks());

    test.each([
      [2, 10],
      [3, 5],
    ])(
      'is made once by %i instances, in every order of their first %i calls',
      async (instances, depth) => {
        const runs = await explore(instances, depth, ({ things, results, left }) => {
          expect(things).toEqual(['thing 1']);
          expect(results).toEqual(Array.from({ length: instances }, () => 'thing 1'));
          expect(left).toBe(0);
        });
        expect(runs).toBeGreaterThan(200);
      },
      60_000,
    );

    test.each([1, 2, 3, 4, 5])('is made by the other one when the first dies after call %i', async (dies) => {
      for (const first of [0, 1, 2, 3]) {
        const { things, results } = await run(
          2,
          (open, decision) => (decision < 4 ? (decision < first ? 0 : open - 1) : undefined),
          dies,
        );
        expect(results).toEqual([things[0]]);
        expect(things).toHaveLength(1);
      }
    });

    test('is not claimed by work that goes on, and is by the next one when that has ended', async () => {
      const records: { keys: string[]; data: object }[] = [];
      const host = {
        persistence: {
          createWithAssociations: async (data: object, of: { getID(): string }[]) =>
            void records.push({ data, keys: of.map((each) => each.getID()) }),
          removeByAssociation: async (of: { getID(): string }) => {
            const at = records.findIndex(({ keys }) => keys[0] === of.getID());
            if (at >= 0) records.splice(at, 1);
          },
        },
        read: {
          getPersistenceReader: () => ({
            readByAssociation: async (of: { getID(): string }) =>
              records.filter(({ keys }) => keys.includes(of.getID())).map(({ data }) => data),
          }),
        },
      } as unknown as Host;
      const first = await takeLease(host, 'move');
      expect(first?.resumed).toBe(false);
      expect(await takeLease(host, 'move')).toBeUndefined();
      await first?.end();
      const second = await takeLease(host, 'move');
      expect(second).toBeDefined();
      expect(records).toHaveLength(1);
    });
  });
});
