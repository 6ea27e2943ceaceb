import { connectDemoNumber } from '../../../test/e2e/support/connectDemoNumber';
import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import type { Target } from '../load/Target';
import type { Stage } from './Stage';

/** Connects the demo number as an admin does, and asks the simulated 360dialog where its webhooks go. */
export async function connectStage(workbench: TestWorkbench): Promise<Stage> {
  const number = await connectDemoNumber(workbench);
  const target = await workbench.dialog360.get<Target>('/v1/configs/webhook');
  const phoneNumberId = await workbench.sim.phoneNumberId(number);
  // Nobody looks at a screen while it is measured.
  (await workbench.as('admin')).stop();
  return { workbench, number, target, sender: { display_phone_number: number, phone_number_id: phoneNumberId } };
}
