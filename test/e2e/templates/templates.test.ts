import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { runJobs } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

const COMMAND = '/whatsapp-360d-cloud';

interface KnownTemplate {
  name: string;
  language: string;
  status: string;
}

let workbench: TestWorkbench;
let admin: TestClient;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  admin = await workbench.as('admin');
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

/** The app's records of the number's templates. */
async function kept(): Promise<{ readAt?: number; templates: KnownTemplate[]; failure?: object } | undefined> {
  const record = (await workbench.records()).find(({ data }) => data['kind'] === 'templates');
  return record?.data as Awaited<ReturnType<typeof kept>>;
}

const atSimulator = () => workbench.sim.http.get<(KnownTemplate & { id: string })[]>('/templates');
const keyOf = ({ name, language, status }: KnownTemplate) => `${name} ${language} ${status}`;

/** How often 360dialog was asked for templates. */
async function timesAsked(): Promise<number> {
  const requests = await workbench.sim.requests();
  return requests.filter(({ method, path }) => method === 'GET' && path.includes('templates')).length;
}

async function report(): Promise<string> {
  await admin.runCommand(`${COMMAND} doctor`, SETUP);
  await waitFor(() => admin.modal.isOpen);
  return admin.modal.texts.join('\n');
}

test('a number that was connected has its templates a moment later, and no more of them than is needed', async () => {
  const known = await waitFor(kept, { what: 'the templates', timeout: 15_000 });
  const expected = await atSimulator();
  expect(known.templates.map(keyOf).sort()).toEqual(expected.map(keyOf).sort());
  expect(JSON.stringify(known.templates)).not.toContain('components');
});

test('the doctor tells how many there are, in which states, and how old the list is', async () => {
  const approved = (await atSimulator()).filter(({ status }) => status === 'APPROVED').length;
  expect(await report()).toMatch(
    new RegExp(`templates are there \\(approved: ${approved}, .*paused: \\d.*\\. The list was read \\d+ \\w+ ago\\.`),
  );
  await admin.modal.cancel();
});

test('news of a template have the list read anew', async () => {
  const template = (await atSimulator()).find(({ status }) => status === 'APPROVED')!;
  await workbench.sim.http.post(`/templates/${template.id}/events`, { event: 'pause' });
  await waitFor(
    async () => (await kept())?.templates.some((each) => keyOf(each) === keyOf({ ...template, status: 'PAUSED' })),
    {
      what: 'the paused template',
      timeout: 20_000,
    },
  );
});

test('a list that is young enough is not read again, however often the job runs', async () => {
  const before = await timesAsked();
  await runJobs(workbench, 'every-minute');
  await runJobs(workbench, 'every-minute');
  await workbench.idle();
  expect(await timesAsked()).toBe(before);
});

test('a reading that fails keeps the list, the doctor says why, and “Examine again” reads it', async () => {
  const before = await kept();
  await workbench.sim.fault('server-error', { on: 'templates' });
  await report();
  await admin.modal.click('Examine again');
  const texts = admin.modal.texts.join('\n');
  expect(texts).toMatch(/:warning: Reading the templates failed \d+ \w+ ago: 360dialog/);
  expect((await kept())?.templates).toEqual(before?.templates);
  await workbench.sim.clearFaults();
  await admin.modal.click('Examine again');
  expect(admin.modal.texts.join('\n')).not.toContain('Reading the templates failed');
  expect((await kept())?.readAt).toBeGreaterThan(before?.readAt ?? 0);
  await admin.modal.cancel();
});

test('where the older of the two APIs is gone, the newer is read', async () => {
  await workbench.sim.http.post('/switches', { legacyTemplates: 'gone' });
  await report();
  await admin.modal.click('Examine again');
  const known = await kept();
  expect(known?.failure).toBeUndefined();
  expect(known?.templates).toHaveLength((await atSimulator()).length);
  expect((await workbench.sim.requests()).map(({ path }) => path.split('?')[0])).toContain('/message_templates');
  await admin.modal.cancel();
});

test('another key has them read anew', async () => {
  const before = (await kept())?.readAt ?? 0;
  const key = (await workbench.sim.renewKey(number)).apiKey;
  await admin.runCommand(`${COMMAND} numbers`, SETUP);
  const card = await waitFor(() => admin.ephemeral.at(-1), { what: 'the card' });
  await admin.clickButton(card, 'Edit');
  await admin.modal.fill('API Key', key);
  await admin.modal.submit();
  await waitFor(async () => ((await kept())?.readAt ?? 0) > before, { what: 'another reading', timeout: 15_000 });
  expect((await kept())?.failure).toBeUndefined();
});

test('a number that was disconnected leaves no templates', async () => {
  await admin.runCommand(`${COMMAND} numbers`, SETUP);
  const card = await waitFor(() => admin.ephemeral.at(-1), { what: 'the card' });
  await admin.clickButton(card, 'Disconnect');
  await admin.modal.submit();
  await admin.findMessage(SETUP, 'is disconnected.');
  expect(await kept()).toBeUndefined();
});
