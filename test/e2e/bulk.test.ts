import { blockActions } from '../../src/handlers/entry/interactions/blockActions';
import { connectDemoNumber, SETUP, templatesRead } from './support/connectDemoNumber';
import { conversationWith } from './support/conversationWith';
import { forgePress } from './support/forgePress';
import { countKeys } from './support/settle';
import type { SimulatedRequest } from './support/SimulatorClient';
import { startSecondInstance } from './support/startSecondInstance';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestClient } from './support/TestClient';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';

// A template to a list: pasted or from a CSV file, looked through, confirmed, followed, paused, cancelled.

const HOUR = 3_600_000;
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
  const hasChoice = admin.modal.view.blocks.some(({ blockId }) => blockId === 'language-choice');
  if (hasChoice) await admin.modal.choose('choose-language', 'English');
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
  await workbench.setServerSetting('FileUpload_Enabled_Direct', false);
  await admin.modal.click('Download CSV');
  expect(read()).toContain('This workspace takes no files in direct messages');
  await workbench.setServerSetting('FileUpload_Enabled_Direct', true);
});

/** The bodies of requests that sent a template to these phones, by phone. */
async function sentTo(phones: readonly string[]): Promise<string[]> {
  const requests = await workbench.sim.http.get<SimulatedRequest[]>('/requests', { limit: 2_000 });
  return requests.flatMap(({ requestBody, status }) =>
    status === 200 && requestBody?.['type'] === 'template' && phones.includes(String(requestBody['to']))
      ? [String(requestBody['to'])]
      : [],
  );
}

const phonesFrom = (from: number, many: number) => Array.from({ length: many }, (_, at) => `55119555${from + at}`);

/** Sends the plainest template to these phones, as far as the first look at the result. */
async function sendTo(phones: readonly string[]): Promise<void> {
  await openList('hello_world');
  await admin.modal.fill('Phone numbers', phones.join('\n'));
  await admin.modal.submit();
  await admin.modal.submit();
  expect(admin.modal.title).toBe('Template to a list');
}

/** The newest direct message of the app that reads so. */
const toldDirectly = async (words: string) => {
  const { _id } = await waitFor(async () => (await admin.rooms()).find(({ t }) => t === 'd'), {
    what: 'a direct message',
  });
  return admin.findMessage(_id, words);
};

test('a CSV file of the room fills in the variables of each person; who lacks a value is left out by line', async () => {
  const ana = await workbench.sim.customer({ name: 'Ana Filed' });
  const rows = [
    'Customer Name;Ticket ID;WhatsApp',
    `"Souza; Ana";T-filed;+${ana.customer.waId}`,
    'Ben;;5511955550831',
    'Ida;T-2;none',
  ];
  const bytes = Buffer.from(`\ufeff${rows.join('\r\n')}`);
  await admin.upload(SETUP, { name: 'people.csv', type: 'text/csv', bytes });
  await openList('ticket_update');
  await admin.modal.fill('Or a CSV file of this room', 'people.csv');
  await admin.modal.submit();
  expect(admin.modal.valueOf('Column with the phone numbers')).toBe('WhatsApp');
  expect(admin.modal.valueOf('Column for “Text {{customer_name}}”')).toBe('Customer Name');
  expect(admin.modal.valueOf('Column for “Text {{ticket_id}}”')).toBe('Ticket ID');
  await admin.modal.fill('Column for “Text {{ticket_id}}”', 'The same for everybody, as typed below');
  await admin.modal.submit();
  expect(read()).toContain(':warning: Fill this in.');
  await admin.modal.fill('Column for “Text {{ticket_id}}”', 'Ticket ID');
  await admin.modal.submit();
  expect(read()).toContain('Line 3: +55 11 95555 0831 – Text {{ticket_id}}: Fill this in.');
  expect(read()).toContain('Line 4: none');
  expect(read()).toContain('Souza; Ana');
  expect(read()).toContain('T-filed');
  await admin.modal.submit();
  await resultReads('**Done.**');
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('Souza; Ana'));
});

test('what was given for a list stays for a day when a step is closed, and nobody who was looked through is kept', async () => {
  const [phone = ''] = phonesFrom(66_000, 1);
  const goOn = async () => {
    await admin.runCommand(COMMAND, SETUP);
    await waitFor(() => admin.modal.isOpen && admin.modal.title === 'WhatsApp templates', { what: 'the templates' });
    expect(read()).toContain('You began to send **ticket_update** to a list.');
    await admin.modal.click('Go on');
  };
  const drafts = async () =>
    (await workbench.records()).filter(({ data }) => /^template-/.test(String(data['kind'])) && holds(data, phone));
  await openList('ticket_update');
  await admin.modal.fill('Phone numbers', phone);
  await admin.modal.cancel();
  await goOn();
  expect(admin.modal.valueOf('Phone numbers')).toBe(phone);
  await admin.modal.submit();
  await admin.modal.fill('Text {{customer_name}}', 'Lea');
  await admin.modal.cancel();
  await goOn();
  expect(admin.modal.valueOf('Text {{customer_name}}')).toBe('Lea');
  await admin.modal.fill('Text {{ticket_id}}', 'T-lea');
  await admin.modal.submit();
  expect(admin.modal.title).toBe('Send to this list?');
  await admin.modal.click('Back');
  expect(await drafts()).toEqual([]);
  await admin.modal.submit();
  expect(await drafts()).not.toEqual([]);
  await admin.modal.cancel();
  expect(await drafts()).toEqual([]);
  await goOn();
  expect(admin.modal.valueOf('Text {{ticket_id}}')).toBe('T-lea');
  await admin.modal.submit();
  await admin.modal.submit();
  await resultReads('**Done.**');
  expect(await sentTo([phone])).toEqual([phone]);
});

const holds = (data: object, words: string) => JSON.stringify(data).includes(words);

test('who wrote STOP is left out before anything is sent', async () => {
  const { phone } = await conversationWith(workbench, number, 'Stan Unlisted');
  await phone.say(number, 'STOP');
  await phone.receive(number, 'START');
  await openList('hello_world');
  await admin.modal.fill('Phone numbers', phone.customer.waId ?? '');
  await admin.modal.submit();
  expect(read()).toContain('· want no such messages: 1');
  expect(read()).toContain('Nobody is left to send to');
  expect(admin.modal.view.submit).toBeFalsy();
  await admin.modal.click('Back');
  expect(admin.modal.labels).toContain('Phone numbers');
  await admin.modal.click('Back');
  expect(admin.modal.labels).toEqual(['WhatsApp number of the customer']);
});

test('a limit that WhatsApp tells later stands in the result and in the file, and nobody gets hundreds of messages about it', async () => {
  const [held = ''] = phonesFrom(60_000, 1);
  await workbench.sim.fault('status-failed', { code: 131049 }, { times: 1 });
  await sendTo([held, '=1+1']);
  await resultReads('**Not sent:** 1');
  expect(read()).toContain('131049');
  await admin.modal.click('Download CSV');
  expect(read()).toContain('The file is in your direct messages');
  const direct = await waitFor(async () => (await admin.rooms()).find(({ t }) => t === 'd'), {
    what: 'direct messages',
  });
  const { file } = await admin.findMessage(direct._id, ({ file: sent }) => sent?.name.endsWith('.csv') === true);
  const response = await fetch(`${workbench.url}/file-upload/${file?._id}/${encodeURIComponent(file?.name ?? '')}`, {
    headers: admin.http.headers,
  });
  const text = await response.text();
  expect(text).toContain(`"1","${held}",`);
  expect(text).toContain('131049');
  expect(text).toContain(`"'=1+1"`);
  const told = (await admin.messages(direct._id)).filter(({ msg }) => msg.includes('131049'));
  expect(told).toEqual([]);
});

test('a template that WhatsApp has paused holds the list, and Resume goes on with everybody', async () => {
  const phones = phonesFrom(61_000, 3);
  await workbench.sim.fault('error-code', { code: 132015, on: 'send' });
  await sendTo(phones);
  await resultReads('**Paused by the app**');
  await toldDirectly('WhatsApp has paused this template');
  expect(await sentTo(phones)).toEqual([]);
  await workbench.sim.clearFaults();
  await admin.modal.click('Resume');
  await resultReads('**Done.**');
  expect((await sentTo(phones)).sort()).toEqual(phones);
});

describe('a client that names somebody else’s list', () => {
  const ofLists = Object.keys(blockActions).filter((id) =>
    /^(?:show|pause|resume|cancel|download)-list(?:-sure)?$|^list-page$/.test(id),
  );
  const inViews = ['send-to-list', 'leave-list'];
  let job: string;

  beforeAll(async () => {
    // Nobody gets it: what is held could be resumed and cancelled.
    await workbench.sim.fault('error-code', { code: 132015, on: 'send' });
    await sendTo(phonesFrom(64_000, 1));
    await resultReads('**Paused by the app**');
    await workbench.sim.clearFaults();
    const isIt = ({ data }: { data: Record<string, unknown> }) =>
      data['kind'] === 'template-batch' && JSON.stringify(data).includes('5511955564000');
    job = String((await workbench.records()).find(isIt)?.data['job']);
  });

  /** Presses a button that no page drew. @returns what the view that is answered with says */
  async function answerTo(
    username: string,
    actionId: string,
    container: { type: 'message' | 'view'; id: string },
  ): Promise<string> {
    const press = { actionId, value: JSON.stringify({ job }), container };
    return JSON.stringify((await forgePress(workbench, await workbench.as(username), press)).body);
  }

  const ofList = async () =>
    (await workbench.records()).filter(({ data }) =>
      /^(?:snapshot|template-(?:job|batch|wish|progress|queued))$/.test(String(data['kind'])),
    );

  test.each(ofLists)('changes and sees nothing by %s', async (actionId) => {
    const before = await ofList();
    const answer = await answerTo('agent1', actionId, { type: 'message', id: 'forged' });
    expect(answer).toContain('Only the person who began this list and administrators can see it.');
    expect(answer).not.toContain('64000');
    expect(await ofList()).toEqual(before);
  });

  test.each(inViews)('changes nothing by %s in a view that is none of its own', async (actionId) => {
    const before = await ofList();
    await answerTo('agent1', actionId, { type: 'view', id: 'setup' });
    expect(await ofList()).toEqual(before);
  });

  test('may cancel it as a manager', async () => {
    const answer = await answerTo('manager', 'cancel-list-sure', { type: 'message', id: 'forged' });
    expect(answer).toContain('**Cancelled.**');
    await waitFor(async () => !(await isQueued()), { what: 'the end of the list' });
  });
});

/** No statuses: they are another test's matter, and a journey through time would stop at each. */
const withoutStatuses = () =>
  workbench.sim.http.post('/switches', { sentAfterMs: HOUR, deliveredAfterMs: HOUR, readAfterMs: null });

const isQueued = async () => (await workbench.records()).some(({ data }) => data['kind'] === 'template-queued');

test('a list that WhatsApp slows down rests, is paused and goes on; cancelled, nobody else gets it', async () => {
  await withoutStatuses();
  const phones = phonesFrom(62_000, 60);
  await workbench.sim.fault('error-code', { code: 130429, on: 'send' });
  await sendTo(phones);
  const waiting = async () =>
    (await workbench.records()).filter(({ data }) => data['kind'] === 'outbox' && data['state'] === 'waiting').length;
  await waitFor(async () => (await waiting()) >= 10, { what: 'messages that wait' });
  await admin.modal.click('Pause');
  expect(read()).toContain('**Paused.**');
  await workbench.sim.clearFaults();
  await workbench.travel(1);
  await waitFor(async () => (await waiting()) === 0, { what: 'those that waited' });
  const some = await sentTo(phones);
  expect(some.length).toBeLessThan(phones.length);
  expect(new Set(some).size).toBe(some.length);
  await admin.modal.click('Cancel the rest');
  expect(read()).toContain('Cancel the rest of this list?');
  await admin.modal.click('Yes, cancel the rest');
  expect(read()).toContain('**Cancelled.**');
  await waitFor(async () => !(await isQueued()), { what: 'the end of the list' });
  expect((await sentTo(phones)).sort()).toEqual(some.sort());
});

test('what a kill interrupts goes on, beside a second instance: nobody gets it twice, nobody is lost', async () => {
  await withoutStatuses();
  const phones = phonesFrom(63_000, 150);
  const second = await startSecondInstance(workbench);
  try {
    await sendTo(phones);
    await waitFor(async () => (await sentTo(phones)).length > 5, { what: 'the first of them' });
    await workbench.kill();
    // Meanwhile the lease of the killed process ends.
    await workbench.restart({ later: 1 });
    admin = await workbench.as('admin');
    await workbench.travel(0.01);
    await waitFor(async () => !(await isQueued()), { what: 'the rest', timeout: 30_000 });
    const reached = await sentTo(phones);
    expect(new Set(reached).size).toBe(reached.length);
    type Person = { waId: string; outcome?: { state: string } };
    const people = (await workbench.records())
      .filter(({ data }) => data['kind'] === 'template-batch')
      .flatMap(({ data }) => data['people'] as Person[])
      .filter(({ waId }) => phones.includes(waId));
    const states = people.map(({ outcome }) => outcome?.state);
    // The fate of messages that were on their way is unknown, until a status or the sweep tells it.
    const unknown = states.filter((state) => state === 'uncertain' || state === 'waiting').length;
    expect(unknown).toBeLessThanOrEqual(24);
    expect(states.filter((state) => state === 'sent')).toHaveLength(phones.length - unknown);
  } finally {
    await second.stop();
  }
});

test('whose roles may not send to lists has no such button, and a press without it is refused', async () => {
  await openList('hello_world');
  await admin.modal.click('Back');
  await workbench.setSettings({ bulk_roles: 'livechat-manager' });
  expect((await admin.modal.click('Send to a list'))?.view?.blocks).toBeDefined();
  expect(read()).toContain('Your roles may not send templates to lists');
  await expect(openList('hello_world')).rejects.toThrow('There is no button "Send to a list"');
  await workbench.setSettings({ bulk_roles: 'admin' });
});

test('the longest list that can be pasted fits into an interaction, and no key costs more than four round trips', async () => {
  const { costs, cost } = countKeys(workbench);
  await workbench.travel(1.1);
  await openList('ticket_update');
  await admin.modal.click('Back');
  await cost('list', () => admin.modal.click('Send to a list'));
  await admin.modal.fill(
    'Phone numbers',
    phonesFrom(10_000, 2_000)
      .map((digits) => `+${digits}`)
      .join('\n'),
  );
  await cost('next', () => admin.modal.submit());
  expect(admin.modal.labels).toEqual(['Text {{customer_name}}', 'Text {{ticket_id}}']);
  const { view } = admin.modal;
  // The form with what was typed into all steps, as the client sends it.
  const state = {
    numbers: {
      numbers: phonesFrom(10_000, 2_000)
        .map((digits) => `+55 (11) ${digits.slice(4)}`)
        .join('\n'),
    },
  };
  expect(Buffer.byteLength(JSON.stringify({ ...view, state }))).toBeLessThan(90_000);
  await cost('back', () => admin.modal.click('Back'));
  await admin.modal.fill('Phone numbers', '');
  await admin.modal.fill('Or a CSV file of this room', 'people.csv');
  await cost('reading a file', () => admin.modal.submit());
  expect(admin.modal.labels).toContain('Column with the phone numbers');
  // The file's room and size are looked at before its bytes are fetched, for which some servers are asked twice. The journey is
  // stored before, and whoever waits longer than usual is answered by a view that says so.
  const { 'reading a file': reading, ...others } = costs;
  expect(reading).toBeLessThanOrEqual(6);
  expect(Object.entries(others).filter(([, count]) => count > 4)).toEqual([]);
  expect(Object.values(costs).every((count) => count > 0)).toBe(true);
});
