import type { Host } from './Host';

/**
 * How a server says that it does not know a call at all, or has no licence for it: engines of each age, and the bridges.
 * Every other error may be gone the next time.
 */
const LACKING = /invalid accessor|invalid bridge request|method not found|not implemented|not a function|licen[cs]e/i;

/**
 * Makes a call that not every server has. One that lacks it is asked once and then left alone for an hour, as it may be
 * updated meanwhile.
 *
 * In Deno accessors are proxies that take any name, and the answer is a rejection. In Node (8.8 and later) they are objects
 * of classes: a method that they lack throws at the call, before there is a promise. This bears both.
 *
 * @param name the call's own name, under which it is remembered
 * @param without what the caller gets from a server that lacks the call
 * @throws what the call fails with otherwise
 */
export async function whereSupported<T, U>(
  { memory, logger }: Pick<Host, 'memory' | 'logger'>,
  name: string,
  call: () => Promise<T>,
  without: U,
): Promise<T | U> {
  if (memory.lacks.get(name)) {
    return without;
  }
  try {
    return await call();
  } catch (error) {
    if (!LACKING.test(error instanceof Error ? error.message : String(error))) {
      throw error;
    }
    memory.lacks.set(name, true);
    logger.debug(`This server has no ${name}:`, String(error));
    return without;
  }
}
