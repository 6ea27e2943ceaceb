/**
 * How a server says that it does not know a call at all, or has no licence for it: engines of each age, and the bridges.
 * Every other error may be gone the next time.
 */
const LACKING = /invalid accessor|invalid bridge request|method not found|not implemented|not a function|licen[cs]e/i;

/** Whether an error means that this server does not have what was called. */
export function isLacking(error: unknown): boolean {
  return LACKING.test(error instanceof Error ? error.message : String(error));
}
