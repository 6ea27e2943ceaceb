import type { TestWorkbench } from './TestWorkbench';
import { type Patience, waitFor } from './waitFor';

/** Resolves when the simulator has delivered every webhook and the app has worked off what they brought. */
export async function settle(workbench: TestWorkbench, patience?: Patience): Promise<void> {
  await waitFor(
    async () => (await workbench.sim.deliveries()).every(({ state }) => state !== 'collecting' && state !== 'pending'),
    { what: 'the webhooks to be delivered', timeout: 30_000, ...patience },
  );
  await workbench.idle();
}
