import { SETUP } from './connectDemoNumber';
import type { TestWorkbench } from './TestWorkbench';
import { waitFor } from './waitFor';

/**
 * Connects a number by the command, beside what is connected. The simulator makes the number where it does not have it.
 * @param digits of the number
 * @returns them
 */
export async function connectNewNumber(workbench: TestWorkbench, digits: string): Promise<string> {
  const { apiKey } = await workbench.sim.number(digits);
  const admin = await workbench.as('admin');
  await admin.runCommand('/whatsapp-360d-cloud connect', SETUP);
  await waitFor(() => admin.modal.isOpen);
  await admin.modal.fill('API Key *', apiKey);
  await admin.modal.fill('Phone Number *', digits);
  await admin.modal.submit();
  const isConnected = async () =>
    (await workbench.records()).some(({ data }) => data.kind === 'number' && data.digits === digits);
  await waitFor(isConnected, { what: `${digits} to be connected` });
  return digits;
}
