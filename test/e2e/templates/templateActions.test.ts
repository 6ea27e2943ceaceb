import { blockActions } from '../../../src/handlers/entry/interactions/blockActions';
import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { forgePress } from '../support/clients/forgePress';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { isListQueued, phonesFrom, resultReads, sendToList } from '../support/templateLists';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { withRoles } from '../support/instances/durableStore';

// Forged presses of the steps of sending a template, and of what opens them; those of other actions stand in actions.test.ts.

let workbench: TestWorkbench;
let number: string;
let here: Awaited<ReturnType<typeof conversationWith>>;
let there: Awaited<ReturnType<typeof conversationWith>>;

/** Values that a client could send with each. */
const values: Record<string, string> = {
  'choose-number': '4930901820',
  'search-templates': 'hello',
  'filter-language': 'de',
  'filter-status': 'stopped',
  'previous-templates': JSON.stringify({ page: 1e9 }),
  'next-templates': JSON.stringify({ page: -5 }),
  'show-template': JSON.stringify({ template: 'hello_world', language: 'en_US' }),
  'choose-language': 'de',
  'refresh-templates': '',
  'use-template': '',
  'fill-field': JSON.stringify({ input: 'field.forged.body.1', text: 'forged' }),
  'field.forged.body.1.0': 'forged',
  'field.0': 'forged',
  'show-progress': '',
  'go-back': '',
  'send-to-list': '',
  'leave-list': '',
};
let view: string;

/** Sends a press in the wizard of the agent who serves here. @returns what it is answered with, as text */
async function pressInView(client: TestClient, actionId: string, value: string): Promise<string> {
  const { status, body } = await forgePress(workbench, client, {
    actionId,
    value,
    container: { type: 'view', id: view },
  });
  expect(status).toBe(200);
  return JSON.stringify(body);
}
const stored = async () => (await workbench.records()).filter(({ data }) => data['stage'] === view);

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  here = await conversationWith(workbench, number, 'Ana Souza');
  there = await conversationWith(workbench, number, 'Ben Okafor');
  expect(there.agent.username).not.toBe(here.agent.username);
  await templatesRead(workbench);
  await here.agent.runCommand('/whatsapp-360d-cloud send-template', here.room);
  await waitFor(() => here.agent.modal.isOpen, { what: 'the wizard' });
  await here.agent.modal.fill('Search', 'ticket update');
  await here.agent.modal.click('Open');
  await here.agent.modal.choose('choose-language', 'English');
  await here.agent.modal.click('Use');
  await here.agent.modal.fill('Text {{ticket_id}}', '4711');
  view = here.agent.modal.view.id;
});

afterAll(() => workbench.stop());

test.each(Object.entries(values))('%s does nothing in the view of somebody else', async (actionId, value) => {
  const before = await stored();
  expect(before).toHaveLength(1);
  const answer = await pressInView(there.agent, actionId, value);
  expect(answer).toContain('out of date');
  expect(answer).not.toContain('Ana Souza');
  expect(await stored()).toEqual(before);
});

test.each(Object.entries(values))('%s is done for no monitor', async (actionId, value) => {
  const before = await stored();
  await withRoles(workbench, here.agent.username, ['user', 'livechat-monitor'], async () => {
    const refusal =
      actionId === 'send-to-list' ? 'may not send templates to lists' : 'Only the agents of this conversation';
    expect(await pressInView(here.agent, actionId, value)).toContain(refusal);
  });
  expect(await stored()).toEqual(before);
});

// The form is open: what belongs to other steps, or to no field, changes nothing in it.
const foreign = Object.entries(values).filter(
  ([id]) => !['go-back', 'show-progress', 'field.forged.body.1.0', 'fill-field'].includes(id),
);
test.each(foreign)('%s of another step leaves the form as it is', async (actionId, value) => {
  const positionOf = async () => (await stored()).map(({ data }) => data['position']);
  const before = await positionOf();
  await pressInView(here.agent, actionId, value);
  expect(await positionOf()).toEqual(before);
});

test.each(['viewSubmit', 'viewClosed'])('somebody else’s %s changes nothing and sends nothing', async (type) => {
  const before = await stored();
  const body = {
    type,
    triggerId: 'forged',
    viewId: view,
    payload: { viewId: view, view: { id: view, state: {} }, isCleared: true },
  };
  await there.agent.http.request('POST', `/api/apps/ui.interaction/${workbench.appId}`, body);
  await here.phone.say(number, `After ${type}`);
  await here.agent.findMessage(here.room, `After ${type}`);
  expect(await here.phone.received(number)).toEqual([]);
  expect(await stored()).toEqual(before);
});

test('resume-template opens nobody else’s message', async () => {
  const before = await stored();
  const answer = await pressInView(there.agent, 'resume-template', JSON.stringify({ view }));
  expect(answer).toContain('out of date');
  expect(await stored()).toEqual(before);
});

describe.each(['open-templates', 'send-template'])('%s', (actionId) => {
  /** As a card's button or as one of the room's menu. */
  async function open(client: TestClient, rid: string): Promise<string> {
    const how =
      actionId === 'send-template'
        ? { type: 'actionButton', payload: { context: 'roomAction' } }
        : {
            type: 'blockAction',
            payload: { blockId: 'forged', value: '{}' },
            container: { type: 'message', id: 'gone' },
          };
    const { body } = await client.http.request('POST', `/api/apps/ui.interaction/${workbench.appId}`, {
      ...how,
      actionId,
      rid,
      triggerId: 'forged',
    });
    return JSON.stringify(body);
  }

  test('opens nothing in somebody else’s conversation', async () => {
    const answer = await open(there.agent, here.room);
    expect(answer).toContain('Only the agents of this conversation');
    expect(answer).not.toContain('Search');
  });

  test.each(['gone', 'general'])('opens nothing in the room %s', async (name) => {
    const rid = name === 'general' ? (await here.agent.room(name))._id : name;
    expect(await open(here.agent, rid)).toContain('not on WhatsApp');
  });

  test('opens nothing for a monitor, who is told', async () => {
    const told = here.agent.ephemeral.length;
    await withRoles(workbench, here.agent.username, ['user', 'livechat-monitor'], () => open(here.agent, here.room));
    await waitFor(() => here.agent.ephemeral[told], { what: 'the refusal' });
    expect(here.agent.ephemeral[told]?.msg).toContain('Only the agents of this conversation');
  });
});

describe('a client that names somebody else’s list', () => {
  const ofLists = Object.keys(blockActions).filter((id) =>
    /^(?:show|pause|resume|cancel|download)-list(?:-sure)?$|^list-page$/.test(id),
  );
  const inViews = ['send-to-list', 'leave-list'];
  let job: string;

  beforeAll(async () => {
    const admin = await workbench.as('admin');
    // Nobody gets it: what is held could be resumed and cancelled.
    await workbench.sim.fault('error-code', { code: 132015, on: 'send' });
    await sendToList(admin, phonesFrom(64_000, 1));
    await resultReads(admin, '**Paused by the app**');
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
    await waitFor(async () => !(await isListQueued(workbench)), { what: 'the end of the list' });
  });
});
