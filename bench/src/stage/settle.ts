import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import { waitFor } from '../../../test/e2e/support/waitFor';

/** Resolves when the simulator has delivered every webhook and the app has worked off what they brought. */
export async function settle(workbench: TestWorkbench): Promise<void> {
  await waitFor(
    async () => (await workbench.sim.deliveries()).every(({ state }) => state !== 'collecting' && state !== 'pending'),
    { what: 'the webhooks to be delivered', timeout: 30_000 },
  );
  await workbench.idle();
}
