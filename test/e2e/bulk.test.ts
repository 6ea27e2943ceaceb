import { connectDemoNumber, SETUP } from './support/connectDemoNumber';
import { startTestWorkbench } from './support/startTestWorkbench';
import { templatesRead } from './support/templatesRead';
import type { TestClient } from './support/TestClient';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';

// A template to a list: pasted or from a CSV file, looked through, confirmed, followed, paused, cancelled.

const COMMAND = '/whatsapp-360d-cloud send-template';

let workbench: TestWorkbench;
let agent: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await connectDemoNumber(workbench);
  await templatesRead(workbench);
  agent = await workbench.as('admin');
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const read = () => agent.modal.texts.join('\n');

/** Opens the step in which a list is given. */
async function openList(template: string, language = ''): Promise<void> {
  if (agent.modal.isOpen) agent.modal.escape();
  await agent.runCommand(COMMAND, SETUP);
  await waitFor(() => agent.modal.isOpen && agent.modal.title === 'WhatsApp templates', {
    what: 'the list of templates',
  });
  await agent.modal.fill('Search', template);
  await agent.modal.click('Open');
  const hasChoice = agent.modal.view.blocks.some(({ blockId }) => blockId === 'language-choice');
  if (language && hasChoice) await agent.modal.choose('choose-language', language);
  await agent.modal.click('Use');
  await agent.modal.click('Send to a list');
}

test('a pasted list', async () => {
  await openList('hello_world', 'English');
  console.log(read(), agent.modal.labels);
  await agent.modal.fill('Phone numbers', '+55 11 95555-0801, 551195555080;\nx; +55 (11) 95555-0802\n5511955550801');
  await agent.modal.submit();
  console.log(agent.modal.title, read());
  await agent.modal.submit();
  console.log(agent.modal.title, read());
  await waitFor(() => agent.ephemeral.length > 1);
  await workbench.idle();
  console.log(JSON.stringify(agent.ephemeral.map(({ msg }) => msg)));
  await agent.modal.click('Refresh');
  console.log(agent.modal.title, read());
});
