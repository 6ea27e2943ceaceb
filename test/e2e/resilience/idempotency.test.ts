import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { quiet } from '../support/clients/settle';
import { refuseToStore } from '../support/instances/durableStore';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Webhooks that come late, twice, in the wrong order or while the store is away end as if they had come once, in order.

const DAY = 24 * 60;

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

const recordsOf = async (kind: string) =>
  (await workbench.records()).flatMap(({ data }) => (data.kind === kind ? [data] : []));

/** A conversation with a customer, and what of it is known to WhatsApp. */
async function begin(name: string) {
  const phone = await workbench.sim.customer({ name });
  await phone.say(number, 'Hello');
  await quiet(workbench);
  const { agent, room } = await conversationOf(workbench, name);
  return { phone, agent, room: room._id };
}

test('statuses that come early, twice and shuffled leave each message read, and nobody is told of a failure', async () => {
  const { phone, agent, room } = await begin('Ana Souza');
  await phone.open(number);
  for (const fault of ['status-early', 'status-shuffle', 'status-duplicate']) await workbench.sim.fault(fault);
  for (const text of ['one', 'two', 'three']) await agent.send(room, text);
  // Notes beside a message's record hold its status. The newest counts.
  const deliveries = async () => {
    const notes = await recordsOf('note');
    const links = (await recordsOf('link')).filter(({ direction }) => direction === 'out');
    return links.map(({ wamid, delivery }) =>
      notes
        .filter((note) => note.wamid === wamid)
        .map(({ changes }) => Object(changes).delivery as unknown)
        .reduce((before, next) => next ?? before, delivery),
    );
  };
  await waitFor(async () => String(await deliveries()) === 'read,read,read', { what: 'all to be read' });
  await workbench.sim.clearFaults();
  await workbench.restart();
  // Late news of a message that was read, after a restart.
  for (const { wamid } of (await recordsOf('link')).filter(({ direction }) => direction === 'out')) {
    for (const status of ['failed', 'delivered', 'sent']) {
      await workbench.sim.http.post('/statuses', { wamid, status, ...(status === 'failed' && { code: 131026 }) });
    }
  }
  await quiet(workbench);
  expect(await deliveries()).toEqual(['read', 'read', 'read']);
  expect(await recordsOf('early')).toEqual([]);
  const reader = await workbench.as(agent.username);
  const cards = (await reader.messages(room)).filter(({ blocks }) =>
    JSON.stringify(blocks ?? []).includes('Send again'),
  );
  expect(cards).toEqual([]);
});

test('a webhook that could not be stored is refused, delivered again, and stands in the room once', async () => {
  const { phone, agent, room } = await begin('Ben Okafor');
  const takeAgain = refuseToStore(workbench.dataDir, 'records', '"kind":"inbox"');
  await phone.say(number, 'Are you there?');
  const refused = await waitFor(
    async () => (await workbench.sim.deliveries()).find(({ status }) => status !== undefined && status >= 500),
    { what: 'the webhook to be refused' },
  );
  expect(refused.status).toBe(500);
  takeAgain();
  await quiet(workbench);
  const said = (await agent.messages(room)).filter(({ msg }) => msg === 'Are you there?');
  expect(said).toHaveLength(1);
});

test('what is older than a month is forgotten, and nothing else: the customer is still known', async () => {
  const { phone: cleo } = await begin('Cleo Martin');
  await workbench.kill();
  await workbench.restart({ later: 31 * DAY + 60 });
  const { phone: dario } = await begin('Dario Neri');
  const { http } = await workbench.as('admin');
  const jobs = await http.get<{ id: string; processorId: string }[]>('/api/workbench/app/jobs');
  const [old, recent] = [cleo, dario].map(({ customer }) => customer.waId);
  /** How many of a kind there are of the one who wrote a month ago, and of the other one. */
  const countsOf = async (kind: string) => {
    const customers = (await recordsOf(kind)).map(({ customer }) => customer);
    return [old, recent].map((waId) => customers.filter((each) => each === waId).length);
  };
  const before = await countsOf('link');
  await http.post(
    `/api/workbench/app/jobs/${jobs.find(({ processorId }) => processorId === 'housekeeping')?.id ?? ''}`,
  );
  expect([before, await countsOf('link')]).toEqual([
    [1, 1],
    [0, 1],
  ]);
  expect(await countsOf('conversation')).toEqual([1, 1]);
  expect(await recordsOf('number')).toHaveLength(1);
  expect(await recordsOf('inbox')).toEqual([]);
});
