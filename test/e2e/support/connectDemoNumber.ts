import type { TestWorkbench } from './TestWorkbench';

/** The channel in which numbers are connected. */
const SETUP = 'omnichannel-whatsapp-cloud-api-setup';

/** Connects the simulator's demo number as an admin does: Yes, Connect WhatsApp Number, the form. @returns its digits */
export async function connectDemoNumber(
  workbench: TestWorkbench,
  fields: Record<string, string> = {},
): Promise<string> {
  const admin = await workbench.as('admin');
  const question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
  await admin.clickButton(question, 'Yes');
  const steps = await admin.findMessage(SETUP, 'Paste the API Key');
  await admin.clickButton(steps, 'Connect WhatsApp Number');
  await admin.modal.fill('API Key *', workbench.demo.apiKey);
  await admin.modal.fill('Phone Number *', workbench.demo.phoneNumber);
  for (const [label, value] of Object.entries(fields)) {
    await admin.modal.fill(label, value);
  }
  const answer = await admin.modal.submit();
  if (process.env.DBG) console.log(JSON.stringify(answer), workbench.output, JSON.stringify((await workbench.logs()).slice(0, 6).map((l) => [l.method, l.entries.filter((e) => e.severity !== 'debug')])));
  await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  return workbench.demo.phoneNumber.replace(/\D/g, '');
}
