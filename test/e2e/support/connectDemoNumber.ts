import type { TestClient } from './clients/TestClient';
import type { TestWorkbench } from './instances/TestWorkbench';
import { waitFor } from './waitFor';

/** The channel in which numbers are connected. */
export const SETUP = 'omnichannel-whatsapp-cloud-api-setup';

/** Opens the Connect modal as an admin does: Yes, the steps, Connect WhatsApp Number. */
export async function openConnectModal(workbench: TestWorkbench): Promise<TestClient> {
  const admin = await workbench.as('admin');
  const question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
  await admin.clickButton(question, 'Yes');
  const steps = await admin.findMessage(SETUP, 'Paste the API Key');
  await admin.clickButton(steps, 'Connect WhatsApp Number');
  return admin;
}

/** Connects the simulator's demo number through the modal. @returns its digits */
export async function connectDemoNumber(
  workbench: TestWorkbench,
  fields: Record<string, string> = {},
): Promise<string> {
  const admin = await openConnectModal(workbench);
  await admin.modal.fill('API Key *', workbench.demo.apiKey);
  await admin.modal.fill('Phone Number *', workbench.demo.phoneNumber);
  for (const [label, value] of Object.entries(fields)) {
    await admin.modal.fill(label, value);
  }
  await admin.modal.submit();
  await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  return workbench.demo.phoneNumber.replace(/\D/g, '');
}

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

/** Resolves when the app has read the templates of a number that was connected just now. */
export async function templatesRead(workbench: TestWorkbench): Promise<void> {
  await waitFor(
    async () => (await workbench.records()).some(({ data }) => data['kind'] === 'templates' && 'readAt' in data),
    {
      what: 'the templates',
    },
  );
}
