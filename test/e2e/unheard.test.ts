import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationOf } from './support/conversationOf';
import { passTime } from './support/passTime';
import { sandboxPid } from './support/sandboxPid';
import type { SimulatedPhone } from './support/SimulatedPhone';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestClient } from './support/TestClient';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';
import type { WireMessage } from './support/WireDocuments';

// Rocket.Chat tells an app once of a message. What agents write while the app does not run, or has not yet written it
// down, must not be lost in silence, and not be sent twice.

const NOT_HEARD = 'The app was not running when this was written';
const GOODBYE = 'Thank you, see you soon!';

let folder: string;
let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbench-unheard-'));
  workbench = await startTestWorkbench({ dataDir: folder });
  await workbench.setServerSetting('Message_MaxAllowedSize', 20_000);
  number = await connectDemoNumber(workbench, { 'Conversation Finished Message (optional)': GOODBYE });
  phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await phone.say(number, 'Hello');
  const conversation = await conversationOf(workbench, 'Ana Souza');
  agent = conversation.agent;
  room = conversation.room._id;
  await agent.send(room, 'This one is sent');
  await phone.receive(number, 'This one is sent');
  await workbench.idle();
  // The look of the first start is over.
  await run('catch-up');
});

afterEach(async () => {
  await workbench.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Does something that the app cannot hear of any more, then cuts the power; it comes back ten minutes later. */
async function unheardByApp(act: () => Promise<unknown>): Promise<void> {
  const sandbox = sandboxPid(workbench);
  process.kill(sandbox, 'SIGSTOP');
  await act();
  await workbench.kill();
  process.kill(sandbox, 'SIGKILL');
  passTime(folder, 10);
  await workbench.restart();
  agent = await workbench.as(agent.username);
}

async function run(processorId: string): Promise<void> {
  const { http } = await workbench.as('admin');
  const jobs = await http.get<{ id: string; processorId: string }[]>('/api/workbench/app/jobs');
  for (const job of jobs.filter((each) => each.processorId === processorId)) {
    await http.post(`/api/workbench/app/jobs/${job.id}`);
  }
}

const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes('Send again');
const cards = async () => (await agent.messages(room)).filter(isCard);
const bodies = async () =>
  (await phone.chat(number)).flatMap(({ direction, message }) =>
    direction === 'out' ? (message.text?.body ?? '') : [],
  );

/** The card tells, its button sends, and looking once more finds nothing. */
async function expectTold(text: string): Promise<void> {
  await run('catch-up');
  const [card, ...others] = await cards();
  expect(others).toEqual([]);
  expect(JSON.stringify(card?.blocks)).toContain(NOT_HEARD);
  expect(JSON.stringify(card?.blocks)).toContain(text);
  expect(await bodies()).toEqual(['This one is sent']);
  if (card) await agent.clickButton(card, 'Send again');
  await phone.receive(number, text);
  await workbench.idle();
  await workbench.restart();
  agent = await workbench.as(agent.username);
  await run('catch-up');
  expect(await cards()).toEqual([]);
  expect(await bodies()).toEqual(['This one is sent', text]);
}

test('a message whose listener call a power cut took is told, and sent once when the agent asks for it', async () => {
  await unheardByApp(() => agent.send(room, 'Nobody heard this'));
  await expectTold('Nobody heard this');
});

test('a message that was written while the app was disabled is told', async () => {
  const { http } = await workbench.as('admin');
  await http.post('/api/workbench/app/disable');
  await agent.send(room, 'Written meanwhile');
  await http.post('/api/workbench/app/enable');
  await expectTold('Written meanwhile');
});

test('a message that was written while the engine restarted the sandbox is sent or told', async () => {
  process.kill(sandboxPid(workbench), 'SIGKILL');
  await agent.send(room, 'Just in between');
  await waitFor(
    async () => {
      await run('catch-up');
      return (await bodies()).length > 1 || (await cards()).length > 0;
    },
    { what: 'the message to be sent or told', timeout: 30_000, interval: 500 },
  );
  expect((await bodies()).length + (await cards()).length).toBe(2);
});

test('a long message that a power cut took half-way goes on where it was', async () => {
  const long = ['a', 'b', 'c'].map((letter) => `${letter}${'.'.repeat(3_000)}`).join(' ');
  await workbench.sim.fault('slow-answer', { ms: 500, on: 'send' }, { times: 1 });
  await agent.send(room, long);
  await workbench.sim.faultsStruck();
  await workbench.sim.fault('no-answer', { ms: 20_000, on: 'send' });
  await phone.receive(number, ({ message }) => message.text?.body.startsWith('a') === true);
  await waitFor(async () => (await workbench.records()).filter(({ data }) => data.kind === 'link').length >= 3);
  await waitFor(async () => (await workbench.records()).some(({ data }) => data.kind === 'outbox'), { interval: 1 });
  await workbench.kill();
  passTime(folder, 10);
  await workbench.restart();
  await workbench.sim.clearFaults();
  agent = await workbench.as(agent.username);
  await run('sweep');
  await run('catch-up');
  const told = await cards();
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told[0]?.blocks)).toContain('The app was stopped while this message was on its way');
  if (told[0]) await agent.clickButton(told[0], 'Send again');
  await phone.receive(number, ({ message }) => message.text?.body.startsWith('c') === true);
  await workbench.idle();
  expect((await bodies()).map((body) => body[0])).toEqual(['T', 'a', 'b', 'c']);
});

test('a closing text that a power cut took is sent, once', async () => {
  await unheardByApp(() => agent.close(room, 'done'));
  await run('catch-up');
  await phone.receive(number, GOODBYE);
  await workbench.restart();
  await run('catch-up');
  expect((await bodies()).filter((body) => body === GOODBYE)).toHaveLength(1);
});

test('a message of a conversation that was closed meanwhile is told in a direct message', async () => {
  await unheardByApp(async () => {
    await agent.send(room, 'Nobody heard this');
    await agent.close(room, 'done');
  });
  await run('catch-up');
  const direct = await waitFor(async () => (await agent.rooms()).find(({ t }) => t === 'd'), { what: 'a direct room' });
  const told = await agent.findMessage(direct._id, NOT_HEARD);
  expect(told.msg).toContain('“Nobody heard this”');
});
