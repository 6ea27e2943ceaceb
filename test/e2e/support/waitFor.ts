/** How long to wait and how often to look. */
export interface Patience {
  /** Milliseconds on a machine with nothing else to do, 15000 by default; a busy one gets three times as long. */
  timeout?: number;
  /** Milliseconds between two looks; 25 by default. */
  interval?: number;
  /** What is waited for, in words, for the failure. */
  what?: string;
}

/** Success ends a wait at once, so that only a test that fails anyway takes longer for it. */
const ALLOWANCE = 3;

/**
 * Looks again and again until `look` gives something (neither undefined, null nor false), and returns that. A look that
 * throws counts as "not yet".
 * @throws Error after the timeout, with the last thing that `look` threw as its cause.
 */
export async function waitFor<T>(
  look: () => T | Promise<T>,
  patience: Patience = {},
): Promise<Exclude<T, undefined | null | false>> {
  const { timeout = 15_000, interval = 25, what = 'what was waited for' } = patience;
  const end = Date.now() + timeout * ALLOWANCE;
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
    await new Promise((resolve) => setTimeout(resolve, interval));
  }
}

function isThere<T>(found: T): found is Exclude<T, undefined | null | false> {
  return found !== undefined && found !== null && found !== false;
}
