import manifest from '../../../app.json';
import { createTranslator } from '../../../src/handlers/core/translator';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { textsOf } from '../support/ui/blocks';
import { waitFor } from '../support/waitFor';

const COMMAND = '/whatsapp-360d-cloud';

let workbench: TestWorkbench;
let admin: TestClient;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  await connectDemoNumber(workbench);
  admin = await workbench.as('admin');
});

afterAll(() => workbench.stop());

/** The private answer to a command, text and blocks together. */
async function answerTo(client: TestClient, text: string, room = SETUP) {
  const before = client.ephemeral.length;
  await client.runCommand(text, room);
  const message = await waitFor(() => client.ephemeral[before], { what: `an answer to ${text}` });
  return { message, text: [message.msg, ...textsOf(message.blocks ?? [])].join('\n') };
}

test.each([
  ['help', /connect[^]*numbers[^]*doctor[^]*support[^]*help/],
  ['', /connect a new WhatsApp number/],
  ['numbres', /Did you mean \*\*\/whatsapp-360d-cloud numbers\*\*/],
  ['xyzzy', /There is no shortcut “xyzzy”/],
  ['support', /diagnosis[^]*app: \d[^]*api_base_url[^]*quality of 0100: GREEN[^]*Logs/],
  ['numbers', /\+55 11 5555 0100[^]*Quality:\*\* high[^]*customers in 24 hours/],
])('the command "%s" is answered to the one who typed it', async (words, expected) => {
  expect((await answerTo(admin, `${COMMAND} ${words}`.trim())).text).toMatch(expected);
});

test('the command "support" names the address that app.json names, or says whom to ask', async () => {
  const { text } = await answerTo(admin, `${COMMAND} support`);
  expect(text).toContain(manifest.author.support || 'Ask whoever gave you this app for help.');
});

test('the diagnosis holds neither the key nor a whole number', async () => {
  const { text } = await answerTo(admin, `${COMMAND} support`);
  expect(text).not.toContain(workbench.demo.apiKey);
  expect(text).not.toContain('551155550100');
});

test.each(['connect', 'numbers', 'doctor'])('an agent may not %s', async (word) => {
  const agent = await workbench.as('agent1');
  const { text } = await answerTo(agent, `${COMMAND} ${word}`, 'general');
  expect(text).toContain('Only administrators and Omnichannel managers can do this.');
  expect(agent.modal.isOpen).toBe(false);
});

test('a manager who is new to it is invited into the setup channel and told where it is', async () => {
  const manager = await workbench.as('manager');
  await manager.runCommand(`${COMMAND} numbers`, 'general');
  await waitFor(() => manager.ephemeral.some(({ msg }) => msg.includes(`#${SETUP}`)));
  await manager.room(SETUP);
});

test('Edit keeps the key when its field stays empty, and the channel hears what was changed', async () => {
  const { message } = await answerTo(admin, `${COMMAND} numbers`);
  await admin.clickButton(message, 'Edit');
  expect(admin.modal.valueOf('API Key') ?? '').toBe('');
  await admin.modal.fill('Department', 'Support');
  await admin.modal.fill('Welcome Message (optional)', 'Welcome to the bakery!');
  await admin.modal.submit();
  expect(admin.modal.isOpen).toBe(false);
  await admin.findMessage(SETUP, '+55 11 5555 0100 was changed: Department, Welcome Message');
  const requests = await workbench.sim.requests();
  expect(requests.filter(({ path, method }) => path === '/v1/configs/webhook' && method === 'POST')).toHaveLength(1);
});

describe('a department that is gone', () => {
  const PATH = '/api/v1/livechat/department';
  let department: { _id: string; name: string };

  beforeAll(async () => {
    const { departments } = await admin.http.get<{ departments: (typeof department)[] }>(PATH);
    department = departments.find(({ name }) => name === 'Support')!;
  });

  const turn = (enabled: boolean) =>
    admin.http.request('PUT', `${PATH}/${department._id}`, { department: { name: department.name, enabled } });

  /** The field of the department: the choice, all choices, and every word. */
  const openEdit = async () => {
    await admin.clickButton((await answerTo(admin, `${COMMAND} numbers`)).message, 'Edit');
    const { modal } = admin;
    return {
      chosen: modal.valueOf('Department'),
      choices: modal.optionsOf('Department'),
      text: JSON.stringify(modal.view.blocks),
    };
  };

  test('switched off, it is shown as such in Edit, and stays where nothing is chosen', async () => {
    await turn(false);
    const { chosen, choices, text } = await openEdit();
    expect(chosen).toBe(department._id);
    expect(choices).toEqual(['None', 'Support (no longer available)', 'Sales']);
    expect(text).toContain('Support was deleted or switched off, or has no agents any more.');
    expect(text).toContain('Choose another department or None.');
    await admin.modal.submit();
    await turn(true);
    const again = await openEdit();
    expect(again.chosen).toBe(department._id);
    expect(again.choices).toEqual(['None', 'Sales', 'Support']);
    await admin.modal.cancel();
  });

  test('deleted, it is shown with its name, and None can be chosen', async () => {
    await admin.http.delete(`${PATH}/${department._id}`);
    const gone = await openEdit();
    expect(gone.chosen).toBe(department._id);
    expect(gone.choices).toContain('Support (no longer available)');
    await admin.modal.fill('Department', 'None');
    await admin.modal.submit();
    await admin.findMessage(SETUP, /was changed: Department$/m);
    const { chosen, text } = await openEdit();
    expect(chosen).toBe('none');
    expect(text).not.toContain('no longer available');
    await admin.modal.cancel();
  });

  // The engine looks for one permission and then for another: without the first it prints an error with a stack each time.
  test('is looked up with every permission that the engine asks for', () => {
    expect(workbench.output).not.toMatch(/PermissionDenied|lacks the following permissions/);
  });
});

test('what another administrator changed while a form was open is not undone by it', async () => {
  const manager = await workbench.as('manager');
  const cards = await Promise.all([admin, manager].map((client) => answerTo(client, `${COMMAND} numbers`)));
  await admin.clickButton(cards[0]!.message, 'Edit');
  await manager.clickButton(cards[1]!.message, 'Edit');
  await manager.modal.fill('Conversation Finished Message (optional)', 'See you!');
  await manager.modal.submit();
  await admin.modal.fill('Welcome Message (optional)', 'Good morning!');
  await admin.modal.submit();
  await admin.findMessage(SETUP, /was changed: Welcome Message$/m);
  await admin.clickButton(cards[0]!.message, 'Edit');
  expect(admin.modal.valueOf('Welcome Message (optional)')).toBe('Good morning!');
  expect(admin.modal.valueOf('Conversation Finished Message (optional)')).toBe('See you!');
  await admin.modal.cancel();
});

test('Edit with another key registers the webhook again', async () => {
  const key = (await workbench.sim.renewKey(workbench.demo.phoneNumber)).apiKey;
  const { message } = await answerTo(admin, `${COMMAND} numbers`);
  await admin.clickButton(message, 'Edit');
  // As a page with soft breaks copies it: a sign that nobody sees stands in the middle.
  await admin.modal.fill('API Key', ` ${key.slice(0, 9)}\u200b${key.slice(9)}\ufeff`);
  await admin.modal.submit();
  await admin.findMessage(SETUP, 'was changed: API Key');
  const { numbers } = await workbench.sim.state();
  expect(numbers[0]?.webhook?.url).toBe(workbench.privateUrl('incoming'));
  // The stored key has no blanks, so the number keeps sending.
  await workbench.sim.clearRequests();
  await admin.runCommand(`${COMMAND} doctor`, SETUP);
  await waitFor(() => admin.modal.isOpen, { what: 'the doctor' });
  await waitFor(async () => (await workbench.sim.requests()).length > 0, { what: 'the doctor to ask' });
  expect((await workbench.sim.requests()).map(({ status }) => status)).not.toContain(401);
  await admin.modal.cancel();
});

test('the doctor finds everything fine', async () => {
  const kinds = async () => (await workbench.records()).map(({ data }) => data['kind']);
  await waitFor(async () => (await kinds()).includes('templates'), { what: 'the templates' });
  await admin.runCommand(`${COMMAND} doctor`, SETUP);
  await waitFor(() => admin.modal.isOpen);
  const report = admin.modal.texts.join('\n');
  expect(report).toContain('360dialog accepts the API key.');
  expect(report).toContain('360dialog delivers to this workspace.');
  expect(report).toMatch(/A test event sent to the webhook address arrived in \d+ ms/);
  expect(report).toContain('templates are there');
  expect(report).toMatch(/The app runs in (Node|Deno) \d/);
  expect(report).not.toContain(':x:');
  await admin.modal.cancel();
});

test('the doctor tells a workspace that has moved from a webhook that somebody changed', async () => {
  await workbench.setServerSetting('Site_Url', 'https://chat.example.org');
  await admin.runCommand(`${COMMAND} doctor`, SETUP);
  await waitFor(() => admin.modal.isOpen);
  const [, port] = workbench.url.split('//');
  expect(admin.modal.texts.join('\n')).toContain(
    `360dialog still delivers to ${port}, the former address of this workspace.`,
  );
  await admin.modal.cancel();
  await workbench.setServerSetting('Site_Url', workbench.url);
});

test('the doctor finds a webhook that somebody changed, and sets it again', async () => {
  await workbench.sim.setWebhook(workbench.demo.phoneNumber, 'https://elsewhere.example/hook');
  await admin.runCommand(`${COMMAND} doctor`, SETUP);
  await waitFor(() => admin.modal.isOpen);
  expect(admin.modal.texts.join('\n')).toContain('360dialog delivers to elsewhere.example instead');
  await admin.modal.click('Set the webhook again');
  expect(admin.modal.texts.join('\n')).toContain('360dialog delivers to this workspace.');
  await admin.modal.cancel();
});

test('the doctor finds that Omnichannel is switched off', async () => {
  await workbench.setServerSetting('Livechat_enabled', false);
  await admin.runCommand(`${COMMAND} doctor`, SETUP);
  await waitFor(() => admin.modal.isOpen);
  expect(admin.modal.texts.join('\n')).toContain(':x: Omnichannel is switched off in this workspace');
  await workbench.setServerSetting('Livechat_enabled', true);
  await admin.modal.click('Examine again');
  expect(admin.modal.texts.join('\n')).toContain('Everything is fine.');
  await admin.modal.cancel();
});

test.each([
  ['template_refresh_interval', 0, 'at least 1 minute'],
  ['template_refresh_interval', 'often', 'whole number'],
  ['max_file_upload_size', -2, '-2 is neither'],
  ['max_file_upload_size', 0, '0 is neither'],
  ['list_button_label', ' ', 'cannot be empty'],
  ['message_status_filter', 'some', 'is not one of the choices'],
  ['partner_id', 'a/b', 'is not a partner ID'],
  ['api_base_url', 'waba', '“waba” is not'],
  ['list_button_label', 'A label that is far too long', 'too long'],
  ['accepted_media_types', 'pictures', 'is not a media type'],
  ['message_status_endpoint', 'nowhere', 'is not a web address'],
  ['api_base_url', 'http://example.com', 'because the API key travels'],
])('a bad value of %s (%j) leaves the setting as it was, and the channel hears why', async (id, value, reason) => {
  const before = await workbench.settings();
  await workbench.setSettings({ [id]: value });
  const told = await admin.findMessage(SETUP, reason, { timeout: 15_000 });
  expect(told.msg).toContain(`The setting “${createTranslator('en')(`app:${id}`)}” was not changed: `);
  expect((await workbench.settings())[id]).toEqual(before[id]);
});

test('Disconnect asks first, then takes the webhook away and forgets the number', async () => {
  const { message } = await answerTo(admin, `${COMMAND} numbers`);
  await admin.clickButton(message, 'Disconnect');
  expect(admin.modal.texts.join('\n')).toContain('stay readable');
  await admin.modal.cancel();
  expect((await answerTo(admin, `${COMMAND} numbers`)).text).toContain('+55 11 5555 0100');
  await admin.clickButton((await answerTo(admin, `${COMMAND} numbers`)).message, 'Disconnect');
  const { modal } = admin;
  // A double click disconnects once and says so once.
  await Promise.all([modal.submit(), modal.submit()]);
  await workbench.idle();
  const told = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('+55 11 5555 0100 is disconnected.'));
  expect(told).toHaveLength(1);
  expect((await workbench.sim.state()).numbers[0]?.webhook?.url ?? '').toBe('');
  expect((await answerTo(admin, `${COMMAND} numbers`)).text).toContain('No WhatsApp number is connected yet.');
});

test('after that the question answers again', async () => {
  const question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
  const before = (await admin.messages(SETUP)).length;
  await admin.clickButton(question, 'No');
  await waitFor(async () => (await admin.messages(SETUP)).length > before);
});

test('the page after the sign-up moves the dialogue on, once', async () => {
  for (let visit = 0; visit < 3; visit += 1) {
    const response = await fetch(
      `${workbench.privateUrl('authSuccess')}?client=<script>alert(1)</script>&channels=[x]`,
    );
    const page = await response.text();
    expect(response.status).toBe(200);
    expect(page).toContain('Your 360Dialog account is ready');
    expect(page).not.toContain('<script>');
  }
  await workbench.idle();
  const ready = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('Your 360Dialog account is ready'));
  expect(ready).toHaveLength(1);
});
