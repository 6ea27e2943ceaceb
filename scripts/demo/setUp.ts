import { SETUP } from '../../test/e2e/support/connectDemoNumber';
import { showMessage, showModal } from './shown';
import { expected, type Stage } from './Stage';
import { words } from './words';

// What an administrator sees: the app is installed, and a number is connected.

/** The app is there, and its bot asks its first question. */
export async function install({ workbench, transcript }: Stage): Promise<void> {
  transcript.step(words.steps.install);
  const admin = await workbench.as('admin');
  const { app } = await workbench.http.get<{ app: { name: string; version: string } }>('/api/workbench/info');
  const name = `${app.name} ${app.version}`;
  transcript.say(words.who.workspace, words.ready(name, workbench.ready.seconds.toFixed(1)));
  const question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
  transcript.say(words.who.admin, words.sees(`#${SETUP}`));
  transcript.say(words.who.bot, showMessage(question));
}

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

/** A key that 360dialog does not accept is told under its field. */
export async function refuse({ workbench, transcript }: Stage): Promise<void> {
  transcript.step(words.steps.refuse);
  const admin = await workbench.as('admin');
  transcript.say(words.who.admin, words.types('/whatsapp-360d-cloud connect'));
  await admin.runCommand('/whatsapp-360d-cloud connect', SETUP);
  await admin.modal.fill('API Key *', 'nobodys-key-000000');
  await admin.modal.fill('Phone Number *', '+55 11 5555 0199');
  transcript.say(words.who.admin, words.presses('Connect'));
  await admin.modal.submit();
  expected(admin.modal.errorOf('API Key *') !== undefined, 'a wrong key is refused under its field');
  showModal(transcript, admin.modal, { Department: '' });
  transcript.say(words.who.modal, words.stillOpen);
  await admin.modal.cancel();
}
