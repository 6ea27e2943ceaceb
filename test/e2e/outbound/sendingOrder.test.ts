import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// Agents' quick messages reach the customer in the order in which they were written, each once. Rocket.Chat does not
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
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterEach(() => workbench.setServerSetting('Workbench_Events_Overtake', false));
afterAll(() => workbench.stop());

/** The business's texts on a phone that begin with these words, oldest first. */
async function shown(phone: SimulatedPhone, beginning: string): Promise<string[]> {
  const received = await phone.received(number);
  return received.flatMap(({ message }) => message.text?.body ?? []).filter((body) => body.startsWith(beginning));
}

test.each([
  ['in order', 200, false],
  ['in changed places', 100, true],
])(
  'quick messages to five customers whose events come %s (%i) arrive in order, each once',
  async (how, count, overtake) => {
    await workbench.setServerSetting('Workbench_Events_Overtake', overtake);
    const customers = [];
    for (let index = 0; index < 5; index += 1) {
      customers.push(await conversationWith(workbench, number, `Customer ${index} ${how}`));
    }
    const written = Array.from({ length: count / 5 }, (_, index) => `Events ${how}: ${index}`);
    for (const text of written) {
      for (const each of customers) await each.agent.send(each.room, text);
    }
    for (const each of customers) {
      await each.phone.receive(number, written.at(-1) ?? '', patient);
    }
    await workbench.idle();
    for (const each of customers) {
      expect(await shown(each.phone, `Events ${how}`)).toEqual(written);
    }
  },
);

test('what is more than Meta takes to one customer (45 at once, then one in six seconds) goes in order, and is not refused', async () => {
  const { phone: full, agent: writer, room: where } = await conversationWith(workbench, number, 'Full of questions');
  await workbench.sim.clearRequests();
  const written = Array.from({ length: 52 }, (_, index) => `Answer ${index}`);
  for (const text of written) await writer.send(where, text);
  await full.receive(number, 'Answer 43', patient);
  await workbench.travel(1.2);
  await full.receive(number, written.at(-1) ?? '', patient);
  expect(await shown(full, 'Answer')).toEqual(written);
  const requests = await workbench.sim.requests();
  const answers = requests.filter(({ path, requestBody }) => path === '/messages' && requestBody?.['type'] === 'text');
  expect(answers.map(({ status }) => status)).toEqual(written.map(() => 200));
  const told = writer.ephemeral.filter(({ rid, msg }) => rid === where && msg.includes('one message in six seconds'));
  // On a machine that needs minutes for so many messages none of them waits.
  expect(told.length).toBeLessThanOrEqual(1);
});

test('a message whose event comes first waits for the one that was written before it', async () => {
  await workbench.setServerSetting('Workbench_Events_Overtake', true);
  await agent.send(room, 'Pair: one');
  await agent.send(room, 'Pair: two');
  await phone.receive(number, 'Pair: one');
  await phone.receive(number, 'Pair: two');
  expect(await shown(phone, 'Pair')).toEqual(['Pair: one', 'Pair: two']);
});

test('the text at the end of a conversation comes after the last words of the agent', async () => {
  await agent.send(room, 'Goodbye');
  await agent.close(room, 'Done');
  await phone.receive(number, 'Thank you, see you soon!');
  const received = (await phone.received(number)).map(({ message }) => message.text?.body);
  expect(received.slice(-2)).toEqual(['Goodbye', 'Thank you, see you soon!']);
});
