import { SETUP } from '../support/connectDemoNumber';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

const QUESTION = "Do you currently have a 360Dialog account? - If you don't we'll create one";

let workbench: TestWorkbench;

beforeAll(async () => {
  workbench = await startTestWorkbench();
});

afterAll(() => workbench.stop());

async function questions() {
  const admin = await workbench.as('admin');
  return (await admin.messages(SETUP)).filter(({ msg }) => msg === QUESTION);
}

async function doWithApp(action: string) {
  await (await workbench.as('admin')).http.post(`/api/workbench/app/${action}`, {});
  await workbench.idle();
}

test('the bot makes the private setup channel with the installing admin in it and asks its question', async () => {
  const admin = await workbench.as('admin');
  const room = await admin.room(SETUP);
  const question = await admin.findMessage(SETUP, QUESTION);
  expect(room.t).toBe('p');
  expect(question.u.username).toBe('whatsapp-360d-cloud.bot');
  expect(JSON.stringify(question.blocks)).toContain('"Yes"');
  expect(JSON.stringify(question.blocks)).toContain('"No"');
});

test('others do not see the channel', async () => {
  const agent = await workbench.as('agent1');
  expect((await agent.rooms()).map(({ name }) => name)).not.toContain(SETUP);
});

test.each(['disable', 'enable', 'update', 'reinstall'])('to %s the app asks nothing again', async (action) => {
  await doWithApp(action);
  expect(await questions()).toHaveLength(1);
});

test('an app that is installed again says what went with the former installation, once', async () => {
  const admin = await workbench.as('admin');
  const told = (await admin.messages(SETUP)).filter(({ msg }) =>
    msg.startsWith('The app was removed from this workspace'),
  );
  expect(told.map(({ msg }) => msg)).toEqual([expect.stringContaining('Connect each number again')]);
});

test('after all that the app still talks to the simulator', async () => {
  expect((await workbench.settings()).api_base_url).toBe(workbench.ready.simulatorUrl);
});

test('after all that the buttons still answer', async () => {
  const admin = await workbench.as('admin');
  const [question] = await questions();
  await admin.clickButton(question!, 'No');
  const steps = await admin.findMessage(SETUP, 'registration link');
  expect(JSON.stringify(steps.blocks)).toContain('https://hub.360dialog.com/signup?redirect_url=');
});
