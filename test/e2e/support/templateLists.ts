import { SETUP } from './connectDemoNumber';
import type { SimulatedRequest } from './clients/SimulatorClient';
import type { TestClient } from './clients/TestClient';
import type { TestWorkbench } from './instances/TestWorkbench';
import { waitFor } from './waitFor';

// A template to a list, begun in the setup channel by an administrator.

/** Opens the step in which a list is given. */
export async function openList(admin: TestClient, template: string): Promise<void> {
  if (admin.modal.isOpen) admin.modal.escape();
  await admin.runCommand('/whatsapp-360d-cloud send-template', SETUP);
  await waitFor(() => admin.modal.isOpen && admin.modal.title === 'WhatsApp templates', {
    what: 'the list of templates',
  });
  await admin.modal.fill('Search', template);
  await admin.modal.click('Open');
  const hasChoice = admin.modal.view.blocks.some(({ blockId }) => blockId === 'language-choice');
  if (hasChoice) await admin.modal.choose('choose-language', 'English');
  await admin.modal.click('Use');
  await admin.modal.click('Send to a list');
}

/** Sends the plainest template to these phones, as far as the first look at the result. */
export async function sendToList(admin: TestClient, phones: readonly string[]): Promise<void> {
  await openList(admin, 'hello_world');
  await admin.modal.fill('Phone numbers', phones.join('\n'));
  await admin.modal.submit();
  await admin.modal.submit();
  expect(admin.modal.title).toBe('Template to a list');
}

/** Looks again at the open result until it reads so. */
export async function resultReads(admin: TestClient, words: string | RegExp): Promise<void> {
  await waitFor(
    async () => {
      await admin.modal.click('Refresh');
      const text = admin.modal.texts.join('\n');
      return typeof words === 'string' ? text.includes(words) : words.test(text);
    },
    { what: `a result that reads ${String(words)}` },
  );
}

/** Phones that nobody else has. */
export const phonesFrom = (from: number, many: number) =>
  Array.from({ length: many }, (_, at) => `55119555${from + at}`);

/** These phones as often as WhatsApp took a template to each. */
export async function templatesTo(workbench: TestWorkbench, phones: readonly string[]): Promise<string[]> {
  const requests = await workbench.sim.http.get<SimulatedRequest[]>('/requests', { limit: 2_000 });
  return requests.flatMap(({ requestBody, status }) =>
    status === 200 && requestBody?.['type'] === 'template' && phones.includes(String(requestBody['to']))
      ? [String(requestBody['to'])]
      : [],
  );
}

/** Whether a list is not over yet. */
export const isListQueued = async (workbench: TestWorkbench) =>
  (await workbench.records()).some(({ data }) => data['kind'] === 'template-queued');
