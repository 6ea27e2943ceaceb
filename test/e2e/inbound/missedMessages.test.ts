import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { cutPower } from '../support/instances/durableStore';
import { onLinux } from '../support/onLinux';
import { runJobs } from '../support/clients/settle';
import { sandboxPid } from '../support/instances/processes';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// Rocket.Chat tells an app once of a message. What agents write while the app does not run, or has not yet written it
// down, must not be lost in silence, and not be sent twice.

const NOT_HEARD = 'The app was not running when this was written';
const GOODBYE = 'Thank you, see you soon!';

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await workbench.setServerSetting('Message_MaxAllowedSize', 20_000);
  number = await connectDemoNumber(workbench, { 'Conversation Finished Message (optional)': GOODBYE });
});

afterAll(() => workbench.stop());

/** A conversation with a new customer, who has got an answer. */
async function begin(name: string): Promise<void> {
  ({ phone, agent, room } = await conversationWith(workbench, number, name));
  await agent.send(room, 'This one is sent');
  await phone.receive(number, 'This one is sent');
  await workbench.idle();
  // The look of the last start is over.
  await catchUp();
}

/** Does something that the app cannot hear of any more, then cuts the power; it comes back ten minutes later. */
async function unheardByApp(act: () => Promise<unknown>): Promise<void> {
  const sandbox = sandboxPid(workbench);
  process.kill(sandbox, 'SIGSTOP');
  await act();
  await cutPower(workbench);
  process.kill(sandbox, 'SIGKILL');
  agent = await workbench.as(agent.username);
}

/** Looks for what was not heard: after a first start nothing has to be looked for, and what ran by itself is over. */
const catchUp = () => runJobs(workbench, 'catch-up', 0);

const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes('Send again');
const cards = async () => (await agent.messages(room)).filter(isCard);
const bodies = async () => (await phone.received(number)).map(({ message }) => message.text?.body ?? '');

/** The card tells, its button sends, and looking once more finds nothing. */
async function expectTold(text: string): Promise<void> {
  await catchUp();
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
  await catchUp();
  expect(await cards()).toEqual([]);
  expect(await bodies()).toEqual(['This one is sent', text]);
}

onLinux(
  'a message whose listener call a power cut took is told, and sent once when the agent asks for it',
  async () => {
    await begin('Ana Souza');
    await unheardByApp(() => agent.send(room, 'Nobody heard this'));
    await expectTold('Nobody heard this');
  },
);

test('a message that was written while the app was disabled is told', async () => {
  await begin('Ben Okafor');
  const { http } = await workbench.as('admin');
  await http.post('/api/workbench/app/disable');
  await agent.send(room, 'Written meanwhile');
  await http.post('/api/workbench/app/enable');
  await expectTold('Written meanwhile');
});

test('a long message that a power cut took half-way goes on where it was', async () => {
  await begin('Dario Neri');
  const long = ['a', 'b', 'c'].map((letter) => `${letter}${'.'.repeat(3_000)}`).join(' ');
  await workbench.sim.fault('slow-answer', { ms: 500, on: 'send' }, { times: 1 });
  const { _id } = await agent.send(room, long);
  await workbench.sim.faultsStruck();
  await workbench.sim.fault('no-answer', { ms: 20_000, on: 'send' });
  await phone.receive(number, ({ message }) => message.text?.body.startsWith('a') === true);
  const hasRecord = async (kind: string, state?: string) =>
    (await workbench.records()).some(
      ({ data }) => data.kind === kind && data.messageId === _id && (state === undefined || data.state === state),
    );
  await waitFor(() => hasRecord('link'));
  // Another record of the message keeps its place in the queue; this one is of the part that is being sent.
  await waitFor(() => hasRecord('outbox', 'sending'), { interval: 1 });
  await cutPower(workbench);
  await workbench.sim.clearFaults();
  agent = await workbench.as(agent.username);
  await runJobs(workbench, 'every-minute');
  await catchUp();
  const told = await cards();
  expect(told).toHaveLength(1);
  expect(JSON.stringify(told[0]?.blocks)).toContain('The app was stopped while this message was on its way');
  if (told[0]) await agent.clickButton(told[0], 'Send again');
  await phone.receive(number, ({ message }) => message.text?.body.startsWith('c') === true);
  await workbench.idle();
  expect((await bodies()).map((body) => body[0])).toEqual(['T', 'a', 'b', 'c']);
});

onLinux('a closing text that a power cut took is sent, once', async () => {
  await begin('Elif Kaya');
  await unheardByApp(() => agent.close(room, 'done'));
  await catchUp();
  await phone.receive(number, GOODBYE);
  await workbench.restart();
  await catchUp();
  expect((await bodies()).filter((body) => body === GOODBYE)).toHaveLength(1);
});

onLinux('a message of a conversation that was closed meanwhile is told in a direct message', async () => {
  await begin('Fatma Idris');
  await unheardByApp(async () => {
    await agent.send(room, 'Nobody heard this');
    await agent.close(room, 'done');
  });
  await catchUp();
  const direct = await waitFor(async () => (await agent.rooms()).find(({ t }) => t === 'd'), { what: 'a direct room' });
  const told = await agent.findMessage(direct._id, NOT_HEARD);
  expect(told.msg).toContain('“Nobody heard this”');
});

// The last one: the engine waits half a minute for the sandbox that is gone, and `idle` with it.
onLinux('a message that was written while the engine restarted the sandbox is sent or told', async () => {
  await begin('Cleo Martin');
  process.kill(sandboxPid(workbench), 'SIGKILL');
  await agent.send(room, 'Just in between');
  await waitFor(
    async () => {
      await catchUp();
      return (await bodies()).length > 1 || (await cards()).length > 0;
    },
    { what: 'the message to be sent or told', timeout: 30_000, interval: 500 },
  );
  expect((await bodies()).length + (await cards()).length).toBe(2);
});
