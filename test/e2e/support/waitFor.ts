/** How long to wait and how often to look. */
export interface Patience {
  /** Milliseconds on a machine with nothing else to do, 15000 by default; a busy one gets three times as long. */
  timeout?: number;
  /** Milliseconds between two looks; by default 40, and more the longer it takes: each look costs the workbench a request. */
  interval?: number;
  /** A description of the awaited state, for the failure message. */
  what?: string;
}

/** Success ends a wait at once, so that only a test that fails anyway takes longer for it. */
const ALLOWANCE = 3;

/** Milliseconds between the first looks, and at most; a wait takes at most a fifth longer than it would. */
const FIRST = 40;
const LONGEST = 250;

/**
 * Looks again and again until `look` gives something (neither undefined, null nor false), and returns that. A look that
 * throws counts as "not yet".
 * @throws Error after the timeout, with the last thing that `look` threw as its cause.
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  patience: Patience = {},
): Promise<Exclude<T, undefined | null | false>> {
  const { timeout = 15_000, interval, what = 'what was waited for' } = patience;
  const begin = Date.now();
  const end = begin + timeout * ALLOWANCE;
  let cause: unknown;
  for (;;) {
    try {
      const found = await look();
      if (isThere(found)) return found;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) throw new Error(`Waited ${timeout * ALLOWANCE} ms for ${what} in vain`, { cause });
    const pause = interval ?? Math.min(Math.max(FIRST, (Date.now() - begin) / 5), LONGEST);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

function isThere<T>(found: T): found is Exclude<T, undefined | null | false> {
  return found !== undefined && found !== null && found !== false;
}
