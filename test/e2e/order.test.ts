import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationWith } from './support/conversationWith';
import type { SimulatedPhone } from './support/SimulatedPhone';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestClient } from './support/TestClient';
import type { TestWorkbench } from './support/TestWorkbench';

// What agents write quickly reaches the customer in the order in which it was written, each once. Rocket.Chat does not
// wait for an app between two messages, so their events may come in another order.

// Two hundred requests take a while on a busy machine.
jest.setTimeout(180_000);
const patient = { timeout: 60_000 };

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench, {
    'Conversation Finished Message (optional)': 'Thank you, see you soon!',
  });
  // Meta takes 45 messages to one customer at once, then one in six seconds.
  await workbench.sim.http.post('/switches', { pairBurst: 1_000, throughputPerSecond: 1_000 });
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterEach(() => workbench.setServerSetting('Workbench_Events_Overtake', false));
afterAll(() => workbench.stop());

/** What the phone shows of the business's texts that begin so, oldest first. */
async function shown(beginning: string): Promise<string[]> {
  const received = await phone.received(number);
  return received.flatMap(({ message }) => message.text?.body ?? []).filter((body) => body.startsWith(beginning));
}

test.each([
  ['in order', false],
  ['in changed places', true],
])('200 quick messages whose events come %s arrive in order, each once', async (how, overtake) => {
  await workbench.setServerSetting('Workbench_Events_Overtake', overtake);
  const written = Array.from({ length: 200 }, (_, index) => `Events ${how}: ${index}`);
  for (const text of written) {
    await agent.send(room, text);
  }
  await phone.receive(number, written.at(-1) ?? '', patient);
  await workbench.idle();
  expect(await shown(`Events ${how}`)).toEqual(written);
});

test('a message whose event comes first waits for the one that was written before it', async () => {
  await workbench.setServerSetting('Workbench_Events_Overtake', true);
  await agent.send(room, 'Pair: one');
  await agent.send(room, 'Pair: two');
  await phone.receive(number, 'Pair: one');
  await phone.receive(number, 'Pair: two');
  expect(await shown('Pair')).toEqual(['Pair: one', 'Pair: two']);
});

test('the text at the end of a conversation comes after the last words of the agent', async () => {
  await agent.send(room, 'Goodbye');
  await agent.close(room, 'Done');
  await phone.receive(number, 'Thank you, see you soon!');
  const received = (await phone.received(number)).map(({ message }) => message.text?.body);
  expect(received.slice(-2)).toEqual(['Goodbye', 'Thank you, see you soon!']);
});
