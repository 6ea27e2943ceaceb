import { connectDemoNumber } from '../../../test/e2e/support/connectDemoNumber';
import { HttpClient } from '../../../test/e2e/support/HttpClient';
import type { TestWorkbench } from '../../../test/e2e/support/TestWorkbench';
import type { Target } from '../load/Target';
import type { Stage } from './Stage';

/** Connects the demo number as an admin does, and asks the simulated 360dialog where its webhooks go. */
export async function connectStage(workbench: TestWorkbench): Promise<Stage> {
  const number = await connectDemoNumber(workbench);
  return readStage(workbench, number);
}

/** The stage of a workbench whose number is connected already. */
async function readStage(workbench: TestWorkbench, number: string): Promise<Stage> {
  const api = new HttpClient(workbench.ready.simulatorUrl, { 'D360-API-KEY': workbench.demo.apiKey });
  const target = await api.get<Target>('/v1/configs/webhook');
  const { numbers } = await workbench.sim.state();
  const { phoneNumberId = '' } = numbers.find((each) => each.phoneNumber.replace(/\D/g, '') === number) ?? {};
  // Nobody looks at a screen while it is measured.
  (await workbench.as('admin')).stop();
  return { workbench, number, target, sender: { display_phone_number: number, phone_number_id: phoneNumberId } };
}
