import type { TestClient } from './TestClient';
import type { TestWorkbench } from './TestWorkbench';

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
