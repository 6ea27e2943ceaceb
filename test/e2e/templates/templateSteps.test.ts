import { connectDemoNumber, SETUP, templatesRead } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { templateHappens } from '../support/templateRequests';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// The steps of sending a template beside the straight way: filters, refresh, refusals, coming back, pressing twice.

const COMMAND = '/whatsapp-360d-cloud';
const NAME = 'Text {{customer_name}}';
const TICKET = 'Text {{ticket_id}}';

let workbench: TestWorkbench;
let number: string;
let ana: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  ({ phone: ana, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
  await templatesRead(workbench);
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const read = () => agent.modal.texts.join('\n');

async function openList(command: 'send-template' | 'view-templates'): Promise<void> {
  if (agent.modal.isOpen) agent.modal.escape();
  await agent.runCommand(`${COMMAND} ${command}`, room);
  await waitFor(() => agent.modal.isOpen, { what: 'the list' });
}

/** Opens the form of the template with two variables. */
async function openForm(): Promise<void> {
  await openList('send-template');
  await agent.modal.fill('Search', 'ticket update');
  await agent.modal.click('Open');
  await agent.modal.choose('choose-language', 'English');
  await agent.modal.click('Use');
}

/** How many messages with these words the phone got. */
const timesOnPhone = async (words: string) =>
  (await ana.received(number)).filter((shown) => JSON.stringify(shown).includes(words)).length;

test('view-templates shows all templates by name, filters them and pages through them', async () => {
  await openList('view-templates');
  expect(read()).toContain('free_money');
  expect(read()).toMatch(/1–8 of \d+/);
  await agent.modal.click('Next page');
  expect(read()).toMatch(/9–\d+ of \d+/);
  await agent.modal.choose('filter-status', 'Cannot be sent');
  expect(read()).toContain('daily_offer');
  expect(read()).not.toContain('hello_world');
  await agent.modal.choose('filter-status', 'All states');
  await agent.modal.choose('filter-language', 'Arabic');
  expect(read()).toContain('welcome_back');
  expect(read()).toMatch(/1–1 of 1/);
  await agent.modal.fill('Search', 'no such name');
  expect(read()).toContain('No template matches your search.');
});

test('a template that cannot be sent says why, and offers no Use', async () => {
  await openList('view-templates');
  await agent.modal.fill('Search', 'daily offer');
  await agent.modal.click('Open');
  expect(read()).toContain('WhatsApp has paused this template');
  await expect(agent.modal.click('Use')).rejects.toThrow('There is no button "Use"');
});

test('Refresh tells what is different, and a failed one keeps the list and says why', async () => {
  await openList('view-templates');
  await workbench.sim.fault('server-error', { on: 'templates' });
  await agent.modal.click('Refresh Templates');
  expect(read()).toContain('The templates could not be refreshed');
  expect(read()).toContain('appointment_reminder');
  await workbench.sim.clearFaults();
  await agent.modal.click('Refresh Templates');
  expect(read()).toContain('Nothing has changed');
});

test('what was typed stays when the form is closed, for a day and not longer, also over a restart', async () => {
  await openForm();
  await agent.modal.fill(TICKET, '1001');
  await agent.modal.cancel();
  await workbench.restart({ later: 23 * 60 });
  agent = await workbench.as(agent.username);
  await openList('send-template');
  expect(read()).toContain('You began to fill in **ticket_update** for **Ana Souza**');
  await agent.modal.click('Go on');
  expect(agent.modal.valueOf(TICKET)).toBe('1001');
  await agent.modal.submit();
  expect(agent.modal.title).toBe('Send this template?');
  await agent.modal.click('Back');
  expect(agent.modal.valueOf(TICKET)).toBe('1001');
  await agent.modal.cancel();
  await workbench.travel(25 * 60);
  await openList('send-template');
  expect(read()).not.toContain('You began to fill in');
});

test('Send without touching anything sends what is suggested, an emptied field counts as empty', async () => {
  await openForm();
  await agent.modal.fill(TICKET, '1002');
  await agent.modal.fill(NAME, '');
  await agent.modal.submit();
  expect(read()).toContain(':warning: Fill this in.');
  await agent.modal.choose('fill-field.0', 'Customer’s name: Ana Souza');
  expect(agent.modal.valueOf(NAME)).toBe('Ana Souza');
  await agent.modal.submit();
  await agent.modal.submit();
  expect(read()).toContain('was sent to Ana Souza');
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('ticket #1002'));
  // The next one for the same template begins with what was filled in last, the name apart.
  await openForm();
  expect(agent.modal.valueOf(TICKET)).toBe('1002');
  expect(agent.modal.valueOf(NAME)).toBe('Ana Souza');
});

test('Rocket.Chat fills placeholders in what an agent writes; a template stands in the room as the customer saw it', async () => {
  // The test before has travelled beyond the customer service window.
  await ana.say(number, 'Any news for 1006?');
  await agent.findMessage(room, 'Any news for 1006?');
  await agent.send(room, 'Placeholder 1006: {{contact.name}}');
  await ana.receive(number, 'Placeholder 1006: Ana Souza');
  await openForm();
  await agent.modal.fill(NAME, '{{contact.name}}');
  await agent.modal.fill(TICKET, '1006');
  await agent.modal.submit();
  await agent.modal.submit();
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('Hello {{contact.name}}, there is news'));
  const { msg } = await agent.findMessage(room, 'ticket #1006');
  // An invisible sign stands between the brackets.
  expect(msg.replace(/\p{Cf}/gu, '')).toContain('Hello {{contact.name}}, there is news');
});

test('what WhatsApp does not take is refused in words before it is sent', async () => {
  await openForm();
  await agent.modal.fill(TICKET, 'two\nlines');
  await agent.modal.submit();
  expect(read()).toContain(':warning: WhatsApp allows no line breaks');
  await agent.modal.fill(TICKET, 'x'.repeat(1_100));
  await agent.modal.submit();
  expect(read()).toMatch(/:warning: The text is \d+ characters too long/);
});

/** Presses something that waits for 360dialog, until the view says that it takes longer, and later looks at the result. */
async function pressSlowly(press: () => Promise<unknown>): Promise<void> {
  const pressed = press();
  // The view answers after three and a half seconds, 360dialog after four and a half.
  await workbench.travel(3.6 / 60);
  await pressed;
  expect(read()).toContain('You can close this window: it goes on by itself');
  await workbench.travel(0.05);
  const isOver = async () => {
    await agent.modal.click('Show the result');
    return !read().includes('You can close this window');
  };
  await waitFor(isOver, { what: 'the result' });
}

test('a slow Refresh and a slow Send go on by themselves: the view says so, and shows the result when it is asked', async () => {
  await openList('view-templates');
  await workbench.sim.fault('slow-answer', { ms: 4_500, on: 'templates' }, { times: 1 });
  await pressSlowly(() => agent.modal.click('Refresh Templates'));
  expect(read()).toContain('Nothing has changed');
  // If the window was closed, the room shows it.
  await waitFor(() => agent.ephemeral.some(({ msg }) => msg.includes('Nothing has changed')), { what: 'the result' });
  await review('slow');
  await workbench.sim.fault('slow-answer', { ms: 4_500, on: 'send' }, { times: 1 });
  await pressSlowly(() => agent.modal.submit());
  expect(read()).toContain('was sent to Ana Souza');
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('#slow'));
});

test('what WhatsApp puts off is not said to be sent: it is on its way, goes out by itself, and the room shows it', async () => {
  await review('put off');
  await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 1 });
  await agent.modal.submit();
  expect(read()).toContain('**ticket_update** is on its way to Ana Souza');
  expect(read()).not.toContain('was sent');
  await agent.findMessage(room, '#put off');
  await workbench.travel(2);
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('#put off'));
});

test('a second press on Send sends nothing twice', async () => {
  await openForm();
  await agent.modal.fill(TICKET, '1003');
  await agent.modal.submit();
  const { view } = agent.modal;
  const press = () =>
    agent.http.request('POST', `/api/apps/ui.interaction/${workbench.appId}`, {
      type: 'viewSubmit',
      triggerId: 'again',
      viewId: view.id,
      payload: { view: { ...view, state: {} } },
    });
  await Promise.all([press(), press(), press()]);
  await ana.receive(number, (shown) => JSON.stringify(shown).includes('ticket #1003'));
  await press();
  await ana.say(number, 'Thank you for 1003');
  await agent.findMessage(room, 'Thank you for 1003');
  expect(await timesOnPhone('ticket #1003')).toBe(1);
});

test('a template that administrators hide is neither listed, nor shown, nor sent', async () => {
  await openForm();
  await agent.modal.fill(TICKET, '1005');
  await agent.modal.submit();
  expect(agent.modal.title).toBe('Send this template?');
  await workbench.setSettings({ hidden_templates: 'ticket_*, Marketing' });
  try {
    await agent.modal.submit();
    expect(read()).toContain('An administrator has hidden this template');
    expect(read()).not.toContain('there is news about your ticket');
    await expect(agent.modal.click('Use')).rejects.toThrow('There is no button "Use"');
    await openList('view-templates');
    await agent.modal.fill('Search', 'ticket');
    expect(read()).toContain('No template matches your search.');
    await agent.modal.fill('Search', 'appointment');
    expect(read()).toContain('appointment_reminder');
    // A client may name any template.
    const forged = {
      actionId: 'show-template.0',
      payload: { blockId: 'template-0', value: JSON.stringify({ template: 'ticket_update', language: 'en' }) },
      container: { type: 'view', id: agent.modal.view.id },
    };
    await agent.screen.interact(workbench.appId, { type: 'blockAction', ...forged });
    expect(read()).toContain('An administrator has hidden this template');
    await ana.say(number, 'Nothing came of 1005');
    await agent.findMessage(room, 'Nothing came of 1005');
    expect(await timesOnPhone('ticket #1005')).toBe(0);
  } finally {
    await workbench.setSettings({ hidden_templates: '' });
  }
});

/** Meta does something to the English `ticket_update`. */
const happen = (event: object, expected: string) =>
  templateHappens(workbench, { name: 'ticket_update', event, expected });

/** The form of the template with two variables, filled in and reviewed: the next submit sends it. */
async function review(ticket: string): Promise<void> {
  await openForm();
  await agent.modal.fill(TICKET, ticket);
  await agent.modal.submit();
  expect(agent.modal.title).toBe('Send this template?');
}

describe('what became of a template between choosing and Send', () => {
  // All of Meta's codes that say that the template is not what was filled in; the last is one that no table has.
  test.each([132000, 132001, 132005, 132007, 132008, 132012, 132015, 132016, 132018, 132068, 132050])(
    'refused with %i, it is read anew, and the form is there again with what was typed',
    async (code) => {
      await review(`again ${code}`);
      await workbench.sim.fault('error-code', { code, on: 'send' }, { times: 1 });
      await agent.modal.submit();
      expect(agent.modal.title).toBe('Send WhatsApp template');
      expect(read()).toMatch(/:warning: .*The templates were read again.*Check what you typed, and send it again\./s);
      expect(agent.modal.valueOf(TICKET)).toBe(`again ${code}`);
    },
  );

  test('what was filled in again is sent', async () => {
    await review('once more');
    await workbench.sim.fault('error-code', { code: 132000, on: 'send' }, { times: 1 });
    await agent.modal.submit();
    await agent.modal.submit();
    await agent.modal.submit();
    expect(read()).toContain('was sent to Ana Souza');
    await ana.receive(number, (shown) => JSON.stringify(shown).includes('#once more'));
    await agent.findMessage(room, '#once more');
    const cards = (await agent.messages(room)).filter(({ blocks }) =>
      JSON.stringify(blocks ?? []).includes('Not delivered'),
    );
    expect(cards.filter(({ blocks }) => JSON.stringify(blocks).includes('#once more'))).toEqual([]);
  });

  test.each([
    ['before the review', false],
    ['at Send', true],
  ])('another category is asked about %s, and a second Send sends', async (when, isLate) => {
    await openForm();
    await agent.modal.fill(TICKET, `dearer ${when}`);
    if (isLate) await agent.modal.submit();
    await happen({ event: 'category', category: 'MARKETING' }, '"status":"APPROVED","category":"MARKETING"');
    await agent.modal.submit();
    expect(agent.modal.title).toBe('Send this template?');
    expect(read()).toContain('moved this template from the category Utility to Marketing');
    expect(read()).toContain('cost more');
    await happen({ event: 'category', category: 'UTILITY' }, '"status":"APPROVED","category":"UTILITY"');
    await agent.modal.submit();
    expect(read()).toContain('moved this template from the category Marketing to Utility');
    expect(read()).not.toContain('cost more');
    expect(await timesOnPhone(`#dearer ${when}`)).toBe(0);
    await agent.modal.submit();
    expect(read()).toContain('was sent to Ana Souza');
    await ana.receive(number, (shown) => JSON.stringify(shown).includes(`#dearer ${when}`));
  });

  test('other contents lead back to the form with what was typed; the text that was reviewed is not sent', async () => {
    await review('changed');
    const [before] = await workbench.sim.http.get<{ name: string; language: string; components: object[] }[]>(
      '/templates',
      { search: 'ticket_update' },
    );
    const components = [{ type: 'BODY', text: 'Dear {{customer_name}}, your case #{{ticket_id}} has moved on.' }];
    await workbench.sim.http.post('/templates', { templates: [{ ...before, language: 'en', components }] });
    const other = await workbench.as('admin');
    await other.runCommand(`${COMMAND} view-templates`, SETUP);
    await waitFor(() => other.modal.isOpen, { what: 'the list' });
    await other.modal.click('Refresh Templates');
    await agent.modal.submit();
    expect(agent.modal.title).toBe('Send WhatsApp template');
    expect(read()).toContain('This template was changed since you chose it. Nothing was sent.');
    expect(agent.modal.valueOf(TICKET)).toBe('changed');
    await agent.modal.submit();
    await agent.modal.submit();
    await ana.receive(number, (shown) => JSON.stringify(shown).includes('your case #changed has moved on'));
    expect(await timesOnPhone('ticket #changed')).toBe(0);
  });

  test('a pause is noticed, and what was refused for another reason can be tried again', async () => {
    await review('1004');
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.modal.submit();
    expect(agent.modal.title).toBe('Send this template?');
    expect(read()).toContain(':warning:');
    await happen({ event: 'pause' }, '"status":"PAUSED"');
    await agent.modal.submit();
    expect(read()).toContain('WhatsApp has paused this template');
    expect(await timesOnPhone('#1004')).toBe(0);
  });
});

test('a room of another channel is answered politely', async () => {
  const admin = await workbench.as('admin');
  await admin.pressRoomAction('send-template', 'GENERAL');
  expect(admin.modal.texts.join('\n')).toContain('not on WhatsApp');
});
