import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { places } from '../support/places';
import { roundTripsOf, settle } from '../support/clients/settle';
import type { PhoneMessage, SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import { textWebhook } from '../support/webhookBodies';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// The cost of events in round trips between the sandbox and Rocket.Chat. A failure
// shows the calls by name.

/** The calls that show an agent the status of their message. */
const MOVED = 'message.notifyUser';

const isRead = (message: PhoneMessage['message'], status: string, text: string) =>
  status === 'read' && message.text?.body.startsWith(text) === true;

/** Calls by name, and how often each was made. */
type Calls = Record<string, number>;

let workbench: TestWorkbench;
let number: string;
let ana: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  ({ phone: ana, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterAll(() => workbench.stop());

/** The calls that something costs, work after the answer included. */
async function costOf(act: () => Promise<unknown>): Promise<Calls> {
  const calls: Calls = {};
  for (const request of await roundTripsOf(workbench, act)) {
    for (const [name, count] of Object.entries(request.calls)) {
      calls[name] = (calls[name] ?? 0) + count;
    }
  }
  return calls;
}

/** A text, until it stands in the room. */
function textOf(phone: SimulatedPhone, text: string): Promise<Calls> {
  return costOf(async () => {
    await phone.say(number, text);
    const { agent: reader, room: where } = await conversationOf(workbench, phone.customer.name ?? '');
    await reader.findMessage(where._id, text);
  });
}

/** Fails with the calls by name when there are more than `most`. */
function expectAtMost(most: number, calls: Calls): void {
  const total = Object.values(calls).reduce((sum, count) => sum + count, 0);
  expect({ calls, fits: total <= most ? 'yes' : `${total}, at most ${most}` }).toEqual({ calls, fits: 'yes' });
}

/** A webhook with a text of Ana's, as 360dialog repeats it. */
const repeated = (wamid: string, body: string) => textWebhook(workbench.sim, number, ana.customer, [{ wamid, body }]);

test('a text of a known customer costs five, as the README says', async () => {
  expect(await textOf(ana, 'A second message')).toEqual({
    'persistence.createWithAssociations': 1,
    'persistence.readByAssociations': 1,
    'livechat.findRooms': 1,
    'livechat.createMessage': 1,
    'persistence.updateByAssociations': 1,
  });
  expect(readFileSync(join(places.repository, 'README.md'), 'utf8')).toContain('text takes five calls to the server');
});

// A visitor of their own, a look at who else has the phone, and a room that two instances do not make twice.
test('the first message of a new customer costs at most seventeen', async () => {
  const ben = await workbench.sim.customer({ name: 'Ben Okafor' });
  expectAtMost(17, await textOf(ben, 'May I ask something?'));
});

test('a message that this process has seen costs nothing when it comes again', async () => {
  const { wamid } = await ana.say(number, 'Only once');
  await agent.findMessage(room, 'Only once');
  const body = await repeated(wamid, 'Only once');
  expect(await costOf(() => workbench.sim.webhook(number, body))).toEqual({});
});

describe('after a restart, when nothing is remembered', () => {
  let before: string;

  beforeAll(async () => {
    before = (await ana.say(number, 'Before the restart')).wamid;
    await agent.findMessage(room, 'Before the restart');
    await settle(workbench);
    await workbench.restart();
    agent = await workbench.as(agent.username);
    // The job that goes on with what waits to be sent comes once after a start.
    const { http } = await workbench.as('admin');
    const jobs = () => http.get<{ processorId: string }[]>('/api/workbench/app/jobs');
    await waitFor(async () => (await jobs()).every(({ processorId }) => processorId !== 'work-queues-soon'));
    // Another customer's message: what is read once a process is read by now.
    const cleo = await workbench.sim.customer({ name: 'Cleo Martin' });
    await cleo.say(number, 'Hello');
    await conversationOf(workbench, 'Cleo Martin');
  });

  test('a message that came before costs at most two when it comes again', async () => {
    const body = await repeated(before, 'Before the restart');
    const calls = await costOf(() => workbench.sim.webhook(number, body));
    expect(calls).toHaveProperty(['persistence.readByAssociations'], 1);
    expectAtMost(2, calls);
  });

  test('a text of a known customer costs at most six', async () => {
    expectAtMost(6, await textOf(ana, 'After the restart'));
  });
});

// Last: statuses go on coming for a while and would be counted with what other tests do.
// The request to 360dialog goes out by the sandbox itself and is none.
test('an answer costs five, its statuses two, and three where the agents see its line move', async () => {
  await agent.send(room, 'The first answer since the restart reads settings');
  await ana.open(number);
  await ana.receive(number, ({ message, status }) => isRead(message, status, 'The first answer'));
  await settle(workbench);
  // The line moves once a second.
  await workbench.travel(0.1);
  await workbench.clearRoundTrips();
  await agent.send(room, 'An answer');
  await ana.receive(number, ({ message, status }) => isRead(message, status, 'An answer'));
  await settle(workbench);
  const requests = await workbench.roundTrips();
  const sent = requests.filter(({ kind }) => kind === 'listener').map(({ calls }) => calls);
  expect(sent).toHaveLength(1);
  // Its record and its link are written, its queue and what came before it are read, and its record is removed.
  expect(sent[0]).toEqual({
    'persistence.createWithAssociations': 2,
    'persistence.readByAssociations': 2,
    'persistence.removeByAssociations': 1,
  });
  const statuses = requests.filter(({ kind }) => kind === 'endpoint').map(({ calls }) => calls);
  expect(statuses.length).toBeGreaterThan(0);
  for (const calls of statuses) {
    expectAtMost(calls[MOVED] === undefined ? 2 : 3, calls);
  }
  expect(statuses.some((calls) => calls[MOVED] === 1)).toBe(true);
});

test('a status costs one more where it goes to a status endpoint', async () => {
  // Nobody listens there, which costs nothing: only what is written down is counted.
  await workbench.setSettings({
    message_status_endpoint: 'http://127.0.0.1:9/statuses',
    message_status_private: true,
  });
  await agent.send(room, 'The first one to be told reads settings');
  await ana.receive(number, ({ message, status }) => isRead(message, status, 'The first one to be told'));
  await settle(workbench);
  await workbench.travel(0.1);
  await workbench.clearRoundTrips();
  await agent.send(room, 'One that is told');
  await ana.receive(number, ({ message, status }) => isRead(message, status, 'One that is told'));
  await settle(workbench);
  const requests = await workbench.roundTrips();
  const statuses = requests.filter(({ kind }) => kind === 'endpoint').map(({ calls }) => calls);
  expect(statuses.length).toBeGreaterThan(0);
  for (const calls of statuses) {
    expectAtMost(calls[MOVED] === undefined ? 3 : 4, calls);
  }
});
