import type { TestWorkbench } from './TestWorkbench';

/** Longer than the sweep leaves alone what may still be under way. */
const MINUTES = 10;

/** Kills server, simulator, sandbox and app at once; the power comes back after so many minutes. Needs `durable`. */
export async function cutPower(workbench: TestWorkbench, minutes = MINUTES): Promise<void> {
  await workbench.kill();
  await workbench.restart({ later: minutes });
}
