import { SETUP } from './connectDemoNumber';
import type { TestWorkbench } from './TestWorkbench';
import { waitFor } from './waitFor';

/** Connects another of the simulator's numbers, by the command, beside the demo number. @param digits as the simulator lists it */
export async function connectSecondNumber(workbench: TestWorkbench, digits: string): Promise<void> {
  const { apiKey } = await workbench.sim.number(digits);
  const admin = await workbench.as('admin');
  await admin.runCommand('/whatsapp-360d-cloud connect', SETUP);
  await waitFor(() => admin.modal.isOpen);
  await admin.modal.fill('API Key *', apiKey);
  await admin.modal.fill('Phone Number *', digits);
  await admin.modal.submit();
  await waitFor(async () => (await workbench.records()).filter(({ data }) => data.kind === 'number').length === 2);
}
