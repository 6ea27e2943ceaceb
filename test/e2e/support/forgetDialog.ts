import { SETUP } from './connectDemoNumber';
import type { TestClient } from './clients/TestClient';
import { waitFor } from './waitFor';

/** The last words of the dialog that forgets a customer. */
const FORGOTTEN = 'The app has forgotten the customer.';

/** Opens the dialog that forgets a customer, and waits until it shows what there is. @returns what is read in it */
export async function openForget(admin: TestClient, id: string): Promise<string> {
  await admin.runCommand(`/whatsapp-360d-cloud forget ${id}`, SETUP);
  await waitFor(() => admin.modal.isOpen, { what: 'the dialog' });
  const isShown = async () => {
    if (admin.modal.countButtons('Show the result') > 0) await admin.modal.click('Show the result');
    return admin.modal.countButtons('Show the result') === 0;
  };
  await waitFor(isShown, { what: 'what there is', timeout: 60_000, interval: 300 });
  return admin.modal.texts.join('\n');
}

/** Presses **Delete** in the open dialog, waits for the end, and leaves no dialog behind. */
export async function confirmForget(admin: TestClient): Promise<void> {
  const before = admin.ephemeral.length;
  await admin.modal.submit();
  await waitFor(() => admin.ephemeral.slice(before).some(({ msg }) => msg.includes(FORGOTTEN)), { what: 'the end' });
  // On a slow machine it goes on in the dialog.
  const isShown = async () => {
    if (!admin.modal.isOpen) return true;
    await admin.modal.click('Show the result');
    return admin.modal.texts.join().includes(FORGOTTEN);
  };
  await waitFor(isShown, { what: 'the end to be shown', interval: 300 });
  if (admin.modal.isOpen) await admin.modal.cancel();
}
