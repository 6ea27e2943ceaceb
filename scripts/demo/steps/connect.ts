import { SETUP } from '../../../test/e2e/support/connectDemoNumber';
import { expected } from '../expected';
import type { Stage } from '../Stage';
import { showMessage } from '../showMessage';
import { showModal } from '../showModal';
import { words } from '../words';

/** Yes, the steps, the modal, and the number is connected. */
export async function connect({ workbench, transcript, number }: Stage): Promise<void> {
  transcript.step(words.steps.connect);
  const admin = await workbench.as('admin');
  transcript.say(words.who.admin, words.presses('Yes'));
  await admin.clickButton(await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?'), 'Yes');
  const steps = await admin.findMessage(SETUP, 'Paste the API Key');
  transcript.say(words.who.bot, showMessage(steps));
  transcript.say(words.who.admin, words.presses('Connect WhatsApp Number'));
  await admin.clickButton(steps, 'Connect WhatsApp Number');

  const fields = {
    'API Key *': workbench.demo.apiKey,
    'Phone Number *': workbench.demo.phoneNumber,
    Department: 'Sales',
    'Welcome Message (optional)': 'Welcome! Somebody will be with you in a moment.',
    'Conversation Finished Message (optional)': 'Thank you for writing to us. Goodbye!',
  };
  for (const [label, value] of Object.entries(fields)) {
    await admin.modal.fill(label, value);
  }
  showModal(transcript, admin.modal, { Department: fields.Department });
  transcript.say(words.who.admin, words.presses('Connect'));
  await admin.modal.submit();
  const success = await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
  transcript.say(words.who.bot, showMessage(success));

  const { numbers } = await workbench.sim.state();
  const registered = numbers.find(({ phoneNumber }) => phoneNumber.replace(/\D/g, '') === number)?.webhook?.url;
  expected(registered === workbench.privateUrl('incoming'), 'the webhook leads to the app');
  transcript.say(words.who.provider, words.registered);
}
