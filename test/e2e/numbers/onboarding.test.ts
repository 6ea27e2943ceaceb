import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/Store';
import { SETUP } from '../support/connectDemoNumber';
import { forgePress } from '../support/clients/forgePress';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

const COMMAND = '/whatsapp-360d-cloud';
const NOT_ALLOWED = 'Only administrators and Omnichannel managers can do this.';
const OTHER = { key: 'demo-key-493023125100', number: '493023125100' };

let workbench: TestWorkbench;
let admin: TestClient;
let question: WireMessage;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  admin = await workbench.as('admin');
  question = await admin.findMessage(SETUP, 'Do you currently have a 360Dialog account?');
});

afterAll(() => workbench.stop());

/** Changes what the workspace keeps, as an administrator does elsewhere in Rocket.Chat. */
function changeWorkspace(change: (store: ReturnType<typeof openStore>) => void): void {
  const store = openStore({ file: join(workbench.dataDir, 'workspace.sqlite') });
  try {
    change(store);
  } finally {
    store.close();
  }
}

function setRoles(username: string, roles: string[]): void {
  changeWorkspace((store) => {
    const user = store.users.first('username = ?', username);
    if (user) store.users.put({ ...user, roles });
  });
}

/** Everything that is in the setup channel, as ids. */
const said = async () => (await admin.messages(SETUP, 500)).map(({ _id }) => _id);

/** The private message that an action brought this user. */
async function answerTo(client: TestClient, act: () => Promise<unknown>): Promise<WireMessage> {
  const before = client.ephemeral.length;
  await act();
  return waitFor(() => client.ephemeral[before], { what: 'an answer that only one sees' });
}

async function fillForm(client: TestClient, key: string, number: string): Promise<void> {
  await client.modal.fill('API Key *', key);
  await client.modal.fill('Phone Number *', number);
}

async function openForm(client: TestClient, room = SETUP): Promise<void> {
  await client.runCommand(`${COMMAND} connect`, room);
  await waitFor(() => client.modal.isOpen, { what: 'the form' });
}

/** Presses a button that no page drew there. */
function press(client: TestClient, actionId: string, view: string, value: object = { flow: 'connect' }) {
  const container = { type: 'view', id: view } as const;
  return forgePress(workbench, client, { actionId, value: JSON.stringify(value), container });
}

const numbers = async () => (await workbench.records()).filter(({ data }) => data['kind'] === 'number');

describe('the question', () => {
  test('is answered back and forth, each time with its own steps', async () => {
    for (const [answer, step] of [
      ['No', 'On 360Dialog, connect your WhatsApp Business account'],
      ['Yes', 'From the menu bar, click **WhatsApp Accounts**'],
      ['No', 'Create your 360Dialog account using this [registration link]'],
      ['Yes', 'In the top right of the screen, click on **Add Number**'],
    ] as const) {
      const before = await said();
      await admin.clickButton(question, answer);
      await admin.findMessage(SETUP, ({ _id, blocks = [] }) => {
        return !before.includes(_id) && JSON.stringify(blocks).includes(step);
      });
    }
  });

  test('the same answer twice is told to stand there already, and says nothing new', async () => {
    const before = await said();
    const told = await answerTo(admin, () => admin.clickButton(question, 'Yes'));
    expect(told.msg).toContain('already in this channel');
    expect(await said()).toEqual(before);
  });

  test('the page after the sign-up tells nothing while nobody signs up', async () => {
    const before = await said();
    const response = await fetch(`${workbench.privateUrl('authSuccess')}?status=failed&error=<b>no</b>`);
    expect(response.status).toBe(200);
    expect(await response.text()).not.toContain('<b>');
    await workbench.idle();
    expect(await said()).toEqual(before);
  });

  test.each(['Yes', 'No'])('an agent who presses %s gets one polite line, and nothing happens', async (answer) => {
    const agent = await workbench.as('agent1');
    const before = await said();
    const told = await answerTo(agent, () => agent.clickButton(question, answer));
    expect(told.msg).toContain(NOT_ALLOWED);
    expect(await said()).toEqual(before);
  });
});

describe('who may', () => {
  test('an agent cannot open the form by a button either', async () => {
    const agent = await workbench.as('agent1');
    const steps = await admin.findMessage(SETUP, 'Paste the API Key');
    const told = await answerTo(agent, () => agent.clickButton(steps, 'Connect WhatsApp Number'));
    expect(told.msg).toContain(NOT_ALLOWED);
    expect(agent.modal.isOpen).toBe(false);
  });

  test('who lost the role while the form was open cannot submit it', async () => {
    const manager = await workbench.as('manager');
    await openForm(manager, 'general');
    await fillForm(manager, workbench.demo.apiKey, workbench.demo.phoneNumber);
    setRoles('manager', ['user', 'livechat-agent']);
    await manager.modal.submit();
    expect(manager.modal.texts.join('\n')).toContain(NOT_ALLOWED);
    expect(await numbers()).toEqual([]);
    setRoles('manager', ['user', 'livechat-manager']);
    await manager.modal.dismiss();
  });

  test.each(['show-progress', 'examine-again', 'repair-webhook', 'start-again', 'open-again', 'export-customer'])(
    'another administrator gets nothing of a form that is not theirs, and changes nothing of it, by %s',
    async (actionId) => {
      const manager = await workbench.as('manager');
      await openForm(admin);
      await fillForm(admin, 'no-key', 'not a number');
      await admin.modal.submit();
      const view = admin.modal.view.id;
      const { body } = await press(manager, actionId, view, { view, flow: 'connect' });
      expect(JSON.stringify(body)).toContain('This step is out of date');
      await admin.modal.submit();
      expect(admin.modal.errorOf('Phone Number *')).toContain('phone number');
      await admin.modal.cancel();
    },
  );

  test('the dialogue of the channel is no view that an administrator can start again', async () => {
    for (const flow of ['connect', 'edit', 'doctor']) {
      expect((await press(admin, 'start-again', 'setup', { flow })).status).toBe(200);
    }
    const told = await answerTo(admin, () => admin.clickButton(question, 'Yes'));
    expect(told.msg).toContain('already in this channel');
  });

  test('a manager may', async () => {
    const manager = await workbench.as('manager');
    await openForm(manager);
    await manager.modal.cancel();
  });
});

describe('two at the same moment', () => {
  test('a double click on Connect connects once and says so once', async () => {
    await openForm(admin);
    await fillForm(admin, workbench.demo.apiKey, '+55 (11) 5555-0100');
    const { modal } = admin;
    await Promise.all([modal.submit(), modal.submit()]);
    await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
    await workbench.idle();
    const told = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('is now connected!'));
    expect(told).toHaveLength(1);
    expect(await numbers()).toHaveLength(1);
    const registered = (await workbench.sim.requests()).filter(
      ({ method, path }) => method === 'POST' && path === '/v1/configs/webhook',
    );
    expect(registered).toHaveLength(1);
    if (admin.modal.isOpen) admin.modal.escape();
  });

  test('two administrators connect the same number: one does, the other reads that it is connected', async () => {
    const manager = await workbench.as('manager');
    await Promise.all([openForm(admin), openForm(manager)]);
    await Promise.all([fillForm(admin, OTHER.key, OTHER.number), fillForm(manager, OTHER.key, OTHER.number)]);
    await Promise.all([admin.modal.submit(), manager.modal.submit()]);
    await workbench.idle();
    expect(await numbers()).toHaveLength(2);
    const refused = [admin, manager].filter(({ modal }) => modal.isOpen);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.modal.errorOf('Phone Number *')).toContain('is connected already');
    const told = (await admin.messages(SETUP)).filter(({ msg }) => msg.includes('is now connected!'));
    expect(told).toHaveLength(2);
    refused[0]?.modal.escape();
  });
});

describe('when a number is connected', () => {
  test.each(['Yes', 'No'])('%s says politely that the step is over', async (answer) => {
    const before = await said();
    const told = await answerTo(admin, () => admin.clickButton(question, answer));
    expect(told.msg).toContain('This step is over: a number is connected.');
    expect(await said()).toEqual(before);
  });

  test('a key of another number is refused under the key, where Edit has no field for the number', async () => {
    const card = await answerTo(admin, () => admin.runCommand(`${COMMAND} numbers`, SETUP));
    const stranger = await workbench.sim.http.post<{ apiKey: string }>('/numbers', {
      phoneNumber: '551155550199',
      apiKey: 'demo-key-551155550199',
    });
    await admin.clickButton(card, 'Edit');
    await admin.modal.fill('API Key', stranger.apiKey);
    await admin.modal.submit();
    expect(admin.modal.errorOf('API Key')).toContain('The API key belongs to +55 11 5555 0199');
    await admin.modal.fill('API Key', OTHER.key);
    await admin.modal.submit();
    expect(admin.modal.errorOf('API Key')).toMatch(/belongs to \+(49 30|55 11)|is used/);
    await admin.modal.cancel();
  });

  test('a card that is older than the end of its number says so', async () => {
    const card = await answerTo(admin, () => admin.runCommand(`${COMMAND} numbers`, SETUP));
    const pressFirst = async (label: string) => {
      const block = (card.blocks ?? []).filter(({ blockId }) => blockId?.startsWith('number-actions-')).at(-1);
      await admin.clickButton({ ...card, blocks: block ? [block] : [] }, label);
    };
    await pressFirst('Disconnect');
    await admin.modal.submit();
    await admin.findMessage(SETUP, 'is disconnected.');
    for (const label of ['Edit', 'Doctor', 'Disconnect']) {
      const told = await answerTo(admin, () => pressFirst(label));
      expect(told.msg).toContain('is not connected any more');
    }
  });
});

describe('the setup channel', () => {
  test('that was renamed is the same one', async () => {
    changeWorkspace((store) => {
      const room = store.rooms.first('name = ?', SETUP);
      if (room) store.rooms.put({ ...room, name: 'whatsapp', fname: 'whatsapp' });
    });
    await admin.runCommand(`${COMMAND} numbers`, 'general');
    await workbench.idle();
    expect((await admin.rooms()).map(({ name }) => name)).not.toContain(SETUP);
    await workbench.setSettings({ list_button_label: '' });
    await admin.findMessage('whatsapp', 'was not changed');
  });

  test('that was archived is made again, and the administrator is told where', async () => {
    changeWorkspace((store) => {
      const room = store.rooms.first('name = ?', 'whatsapp');
      if (room) store.rooms.put({ ...room, archived: true });
    });
    const before = admin.ephemeral.length;
    await admin.runCommand(`${COMMAND} numbers`, 'general');
    await waitFor(() => admin.ephemeral.slice(before).some(({ msg }) => msg.includes(`#${SETUP}`)));
    await admin.room(SETUP);
  });

  test('that was deleted is made again by a warning, with who installed the app in it', async () => {
    changeWorkspace((store) => {
      const room = store.rooms.first('name = ?', SETUP);
      if (!room) return;
      store.rooms.delete(room._id);
      store.subscriptions.deleteWhere('rid = ?', room._id);
    });
    await waitFor(async () => !(await admin.rooms()).some(({ name }) => name === SETUP));
    await workbench.setSettings({ template_refresh_interval: 0 });
    await waitFor(async () => (await admin.rooms()).some(({ name }) => name === SETUP), { timeout: 15_000 });
    const again = (await admin.rooms()).find(({ name }) => name === SETUP);
    await admin.findMessage(again?._id ?? '', 'The interval has to be at least 1 minute');
  });
});
