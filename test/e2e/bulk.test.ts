import { connectDemoNumber, SETUP } from './support/connectDemoNumber';
import { startTestWorkbench } from './support/startTestWorkbench';
import { templatesRead } from './support/templatesRead';
import type { TestClient } from './support/TestClient';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';

// A template to a list: pasted or from a CSV file, looked through, confirmed, followed, paused, cancelled.

const COMMAND = '/whatsapp-360d-cloud send-template';

let workbench: TestWorkbench;
let number: string;
let admin: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  await templatesRead(workbench);
  admin = await workbench.as('admin');
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const read = () => admin.modal.texts.join('\n');

/** Opens the step in which a list is given. */
async function openList(template: string): Promise<void> {
  if (admin.modal.isOpen) admin.modal.escape();
  await admin.runCommand(COMMAND, SETUP);
  await waitFor(() => admin.modal.isOpen && admin.modal.title === 'WhatsApp templates', {
    what: 'the list of templates',
  });
  await admin.modal.fill('Search', template);
  await admin.modal.click('Open');
  await admin.modal.click('Use');
  await admin.modal.click('Send to a list');
}

/** Looks again at the open result until it reads so. */
const resultReads = (words: string | RegExp) =>
  waitFor(
    async () => {
      await admin.modal.click('Refresh');
      return typeof words === 'string' ? read().includes(words) : words.test(read());
    },
    { what: `a result that reads ${String(words)}` },
  );

test('pasted numbers in any spelling are looked through, confirmed, sent once each, and the result names everybody', async () => {
  const rosa = await workbench.sim.customer({ name: 'Rosa Listed' });
  const sten = await workbench.sim.customer({ name: 'Sten Listed' });
  const [first = '', second = ''] = [rosa, sten].map(({ customer }) => customer.waId ?? '');
  await openList('hello_world');
  await admin.modal.fill('Phone numbers', `+${first}; 00 ${second},\nx; ${first}\n+${number}`);
  await admin.modal.submit();
  expect(admin.modal.title).toBe('Send to this list?');
  expect(read()).toContain('**Get the template:** 2');
  expect(read()).toContain('**Left out:** 3');
  expect(read()).toContain('Line 2: x – “x” is not a phone number');
  expect(read()).toMatch(/Line 2: \+.* – The same number stands in line 1\./);
  expect(read()).toContain('one of your own connected numbers');
  expect(read()).toContain('2 messages of the category **Utility**');
  await admin.modal.submit();
  await resultReads('**Done.**');
  await resultReads(/Line 1: \*\*.*✓/);
  expect(read()).toContain('**On their way or arrived:** 2');
  await admin.modal.choose('list-page.people', 'Who did not get it');
  expect(read()).toContain('1–3 of 3');
  expect(read()).not.toMatch(/Line 1: \*\*.*✓/);
  for (const phone of [rosa, sten]) {
    await phone.receive(number, ({ message }) => message.type === 'template');
    expect(await phone.received(number)).toHaveLength(1);
  }
});
