import type { TestWorkbench } from './TestWorkbench';
import { settle } from './settle';
import { waitFor } from './waitFor';

/**
 * Resolves when every webhook was delivered, again where that was needed, and worked off. On a busy machine the app may
 * pause for longer between two calls than `idle` waits, but its record of a webhook stays until it is done.
 */
export async function quiet(workbench: TestWorkbench): Promise<void> {
  await settle(workbench);
  const isDone = async () =>
    (await workbench.records()).every(({ data }) => data.kind !== 'inbox' || Number(data.attempts) > 0);
  await waitFor(isDone, { what: 'the webhooks to be worked off', timeout: 30_000 });
  await workbench.idle();
}
