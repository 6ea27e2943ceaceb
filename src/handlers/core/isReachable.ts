/** Milliseconds. */
const PATIENCE = 5_000;

/**
 * Whether anybody answers at an address when the sandbox itself asks, whatever the answer is. False as well where the
 * host gives apps no `fetch` or lets them reach nobody by it.
 */
export async function isReachable(address: string): Promise<boolean> {
  try {
    const response = await fetch(address, {
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE),
      // No request that matters is to go out on a connection that is old by then.
      headers: { Connection: 'close' },
    });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
