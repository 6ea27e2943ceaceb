/** Lets so many pieces of work run at a time in each lane; the others wait their turn in order. */
export interface Lanes {
  run<T>(lane: string, places: number, work: () => Promise<T>): Promise<T>;
}

export function createLanes(): Lanes {
  const lanes = new Map<string, { running: number; waiting: (() => void)[] }>();
  return {
    run: async (name, places, work) => {
      const lane = lanes.get(name) ?? { running: 0, waiting: [] };
      lanes.set(name, lane);
      // Whoever ends hands its place over, so that nobody slips in between.
      if (lane.running >= places) await new Promise<void>((resolve) => lane.waiting.push(resolve));
      else lane.running += 1;
      try {
        return await work();
      } finally {
        const next = lane.waiting.shift();
        if (next) next();
        else lane.running -= 1;
      }
    },
  };
}
