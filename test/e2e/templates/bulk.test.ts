import { connectDemoNumber, SETUP, templatesRead } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import { countKeys } from '../support/clients/settle';
import type { SimulatedRequest } from '../support/clients/SimulatorClient';
import { sameWindow, startSecondInstance } from '../support/instances/startSecondInstance';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { templateHappens } from '../support/templateRequests';
import { isListQueued, openList, phonesFrom, resultReads, sendToList, templatesTo } from '../support/templateLists';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

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

test('pasted numbers in any spelling are looked through, confirmed, sent once each, and the result names everybody', async () => {
  const rosa = await workbench.sim.customer({ name: 'Rosa Listed' });
  const sten = await workbench.sim.customer({ name: 'Sten Listed' });
  const [first = '', second = ''] = [rosa, sten].map(({ customer }) => customer.waId ?? '');
  await openList(admin, 'hello_world');
  await admin.modal.fill('Phone numbers', `+${first}; 00 ${second},\nx; ${first}\n+${number}`);
  await admin.modal.submit();
  expect(admin.modal.title).toBe('Send to this list?');
  expect(read()).toContain('**Get the template:** 2');
  expect(read()).toContain('**Left out:** 3');
  expect(read()).toContain('Line 2: x – “x” is not a phone number');
  expect(read()).toMatch(/Line 2: \+.* – The same number is in line 1\./);
  expect(read()).toContain('one of your own connected numbers');
  expect(read()).toContain('Messages of the category **Utility**: 2');
  await admin.modal.submit();
  await resultReads(admin, '**Done.**');
  await resultReads(admin, /Line 1: \*\*.*✓/);
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
  await openList(admin, 'ticket_update');
  await admin.modal.fill('Or a CSV file of this room', 'people.csv');
  await admin.modal.submit();
  expect(admin.modal.valueOf('Column with the phone numbers')).toBe('WhatsApp');
  expect(admin.modal.valueOf('Column for: Text {{customer_name}}')).toBe('Customer Name');
  expect(admin.modal.valueOf('Column for: Text {{ticket_id}}')).toBe('Ticket ID');
  await admin.modal.fill('Column for: Text {{ticket_id}}', 'The same for everybody, as typed below');
  await admin.modal.submit();
  expect(read()).toContain(':warning: Fill this in.');
  await admin.modal.fill('Column for: Text {{ticket_id}}', 'Ticket ID');
  await admin.modal.submit();
  expect(read()).toContain('Line 3: +55 11 95555 0831 – Text {{ticket_id}}: Fill this in.');
  expect(read()).toContain('Line 4: none');
  expect(read()).toContain('Souza; Ana');
  expect(read()).toContain('T-filed');
  await admin.modal.submit();
  await resultReads(admin, '**Done.**');
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('Souza; Ana'));
});

test('a file that the sender posted stands in the header for everybody, fetched once; nobody else’s can be chosen', async () => {
  const own = 'Or a file that you posted in this room';
  const phones = phonesFrom(69_000, 2);
  const other = await workbench.as('manager');
  // Whoever asks for the numbers is invited into the setup channel.
  await other.runCommand('/whatsapp-360d-cloud numbers', 'general');
  await waitFor(() => other.ephemeral.some(({ msg }) => msg.includes(`#${SETUP}`)), { what: 'the invitation' });
  const foreign = await other.upload(SETUP, { name: 'theirs.png', type: 'image/png', bytes: PIXEL });
  await admin.upload(SETUP, { name: 'poster.png', type: 'image/png', bytes: PIXEL });
  await openList(admin, 'seasonal_promotion');
  await admin.modal.fill('Phone numbers', phones.join('\n'));
  await admin.modal.submit();
  expect(admin.modal.optionsOf(own)).toEqual(['None', 'poster.png']);
  await admin.modal.fill('Text {{sale_name}}', 'Posted');
  await admin.modal.fill('Text {{discount}}', '10%');
  const field = admin.modal.view.blocks.find(({ blockId }) => blockId?.endsWith('.file'))?.element;
  admin.screen.modal?.set(field?.actionId ?? '', field?.blockId, foreign.file?._id);
  await admin.modal.submit();
  expect(read()).toContain(':warning: This template needs a file in its header.');
  await admin.modal.fill(own, 'poster.png');
  await admin.modal.submit();
  expect(read()).toContain('poster.png');
  await admin.modal.submit();
  await resultReads(admin, '**Done.**');
  const requests = await workbench.sim.http.get<SimulatedRequest[]>('/requests', { limit: 2_000 });
  const ids = requests.flatMap(({ requestBody }) =>
    JSON.stringify(requestBody ?? '').includes('"Posted"')
      ? [/"image":\{"id":"\d+"\}/.exec(JSON.stringify(requestBody))?.[0]]
      : [],
  );
  expect(ids).toHaveLength(phones.length);
  expect(new Set(ids).size).toBe(1);
  expect(ids[0]).toBeDefined();
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
  await openList(admin, 'ticket_update');
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
  await resultReads(admin, '**Done.**');
  expect(await templatesTo(workbench, [phone])).toEqual([phone]);
});

const holds = (data: object, words: string) => JSON.stringify(data).includes(words);

test('who wrote STOP is left out before anything is sent', async () => {
  const { phone } = await conversationWith(workbench, number, 'Stan Unlisted');
  await phone.say(number, 'STOP');
  await phone.receive(number, 'START');
  await openList(admin, 'hello_world');
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
  await sendToList(admin, [held, '=1+1']);
  await resultReads(admin, '**Not sent:** 1');
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
  await sendToList(admin, phones);
  await resultReads(admin, '**Paused by the app**');
  await toldDirectly('WhatsApp has paused this template');
  expect(await templatesTo(workbench, phones)).toEqual([]);
  await workbench.sim.clearFaults();
  await admin.modal.click('Resume');
  await resultReads(admin, '**Done.**');
  expect((await templatesTo(workbench, phones)).sort()).toEqual(phones);
});

/** No statuses: they are another test's matter, and a journey through time would stop at each. */
const withoutStatuses = () =>
  workbench.sim.http.post('/switches', { sentAfterMs: HOUR, deliveredAfterMs: HOUR, readAfterMs: null });

test('a list that WhatsApp slows down rests, is paused and goes on; cancelled, nobody else gets it', async () => {
  await withoutStatuses();
  const phones = phonesFrom(62_000, 60);
  await workbench.sim.fault('error-code', { code: 130429, on: 'send' });
  await sendToList(admin, phones);
  const waiting = async () =>
    (await workbench.records()).filter(({ data }) => data['kind'] === 'outbox' && data['state'] === 'waiting').length;
  await waitFor(async () => (await waiting()) >= 10, { what: 'messages that wait' });
  await admin.modal.click('Pause');
  expect(read()).toContain('**Paused.**');
  await workbench.sim.clearFaults();
  await workbench.travel(1);
  await waitFor(async () => (await waiting()) === 0, { what: 'those that waited' });
  const some = await templatesTo(workbench, phones);
  expect(some.length).toBeLessThan(phones.length);
  expect(new Set(some).size).toBe(some.length);
  await admin.modal.click('Cancel the rest');
  expect(read()).toContain('Cancel the rest of this list?');
  await admin.modal.click('Yes, cancel the rest');
  expect(read()).toContain('**Cancelled.**');
  await waitFor(async () => !(await isListQueued(workbench)), { what: 'the end of the list' });
  expect((await templatesTo(workbench, phones)).sort()).toEqual(some.sort());
});

describe('what becomes of its template while a list runs', () => {
  // So many are on their way at once; the others wait for their turn.
  const AT_ONCE = 24;

  test.each([
    [
      'another category',
      AT_ONCE,
      { event: 'category', category: 'MARKETING', expected: '"status":"APPROVED","category":"MARKETING"' },
      /since this list was checked.*cost more.*\*\*Resume\*\* in the result sends the template to the others all the same/,
      { event: 'category', category: 'UTILITY', expected: '"status":"APPROVED","category":"UTILITY"' },
    ],
    [
      'a pause',
      // Meta refuses what is on its way.
      0,
      { event: 'pause', expected: '"status":"PAUSED"' },
      /WhatsApp has paused this template.*When that is put right/,
      { event: 'reinstate', expected: '"status":"APPROVED"' },
    ],
  ])(
    '%s stops it before the next person, and Resume goes on with the others',
    async (what, taken, news, words, after) => {
      await withoutStatuses();
      const phones = phonesFrom(what === 'a pause' ? 67_000 : 68_000, AT_ONCE + 2);
      await workbench.sim.fault('slow-answer', { ms: 15_000, on: 'send' });
      await sendToList(admin, phones);
      const isOnItsWay = ({ data }: { data: Record<string, unknown> }) =>
        data['kind'] === 'outbox' && phones.some((phone) => holds(data, phone));
      await waitFor(async () => (await workbench.records()).filter(isOnItsWay).length === AT_ONCE, {
        what: 'the first of them to be on their way',
      });
      const happens = ({ expected, ...event }: { event: string; expected: string }) =>
        templateHappens(workbench, { name: 'hello_world', event, expected });
      await happens(news);
      // The app looks at the template once a second; a quick machine comes here sooner.
      await workbench.travel(0.05);
      await workbench.sim.clearFaults();
      await workbench.travel(0.3);
      await resultReads(admin, '**Paused by the app');
      expect(read()).toMatch(words);
      expect(read()).toContain(`**On their way or arrived:** ${taken}\n`);
      expect(read()).toContain(`**Still to come:** ${phones.length - taken}`);
      await toldDirectly('**Paused by the app');
      expect((await templatesTo(workbench, phones)).length).toBe(taken);
      if (taken === 0) {
        await admin.modal.click('Resume');
        await resultReads(admin, 'because customers complained about it');
        await happens(after);
      }
      await admin.modal.click('Resume');
      await resultReads(admin, '**Done.**');
      expect((await templatesTo(workbench, phones)).sort()).toEqual(phones);
      await happens(after);
    },
  );
});

test('what a kill interrupts goes on, beside a second instance: nobody gets it twice, nobody is lost', async () => {
  await withoutStatuses();
  const phones = phonesFrom(63_000, 150);
  const second = await startSecondInstance(workbench);
  try {
    // Every step that one of them shows is answered by the other.
    await openList(admin, 'hello_world');
    await admin.modal.fill('Phone numbers', phones.join('\n'));
    await sameWindow(admin, second).submit();
    expect(read()).toContain(`**Get the template:** ${phones.length}`);
    await sameWindow(admin, second).click('Back');
    await admin.modal.submit();
    await admin.modal.submit();
    await waitFor(async () => (await templatesTo(workbench, phones)).length > 5, { what: 'the first of them' });
    await workbench.kill();
    // Meanwhile the lease of the killed process ends.
    await workbench.restart({ later: 1 });
    admin = await workbench.as('admin');
    await workbench.travel(0.01);
    await waitFor(async () => !(await isListQueued(workbench)), { what: 'the rest', timeout: 30_000 });
    const reached = await templatesTo(workbench, phones);
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
  await openList(admin, 'hello_world');
  await admin.modal.click('Back');
  await workbench.setSettings({ bulk_roles: 'livechat-manager' });
  expect((await admin.modal.click('Send to a list'))?.view?.blocks).toBeDefined();
  expect(read()).toContain('Your roles may not send templates to lists');
  await expect(openList(admin, 'hello_world')).rejects.toThrow('There is no button "Send to a list"');
  await workbench.setSettings({ bulk_roles: 'admin' });
});

test('the longest list that can be pasted fits into an interaction, and no key costs more than four round trips', async () => {
  const { costs, cost } = countKeys(workbench);
  await workbench.travel(1.1);
  await openList(admin, 'ticket_update');
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
  expect(Object.entries(costs).filter(([, count]) => count > 4)).toEqual([]);
  expect(Object.values(costs).every((count) => count > 0)).toBe(true);
});
