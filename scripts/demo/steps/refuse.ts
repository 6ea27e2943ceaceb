import { SETUP } from '../../../test/e2e/support/connectDemoNumber';
import { expected } from '../expected';
import type { Stage } from '../Stage';
import { showModal } from '../showModal';
import { words } from '../words';

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
