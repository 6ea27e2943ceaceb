import { changeRecords } from '../support/instances/durableStore';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { runJobs, settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// Customers who wait for somebody to be available, for weeks and through crashes.

const HOUR = 60;
const DAY = 24 * HOUR;
const OFFLINE = 'We are back tomorrow.';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench, { 'Default message for offline service (optional)': OFFLINE });
});

beforeEach(() => setAgents('not-available'));
afterAll(() => workbench.stop());

async function setAgents(status: 'available' | 'not-available'): Promise<void> {
  for (const name of ['agent1', 'agent2']) await (await workbench.as(name)).setAvailability(status);
}

async function run(processorId: string): Promise<void> {
  await runJobs(workbench, processorId);
  await workbench.idle();
}

async function pass(minutes: number): Promise<void> {
  await workbench.kill();
  await workbench.restart({ later: minutes });
}

async function heldOf({ customer }: SimulatedPhone): Promise<unknown[]> {
  return (await workbench.records()).filter(({ data }) => data.kind === 'held' && data.customer === customer.waId);
}

test('who has waited for more than a month is let in like everybody else', async () => {
  const phone = await workbench.sim.customer({ name: 'Jonas Weber' });
  await phone.say(number, 'Anybody there?');
  await phone.receive(number, OFFLINE);
  await settle(workbench);
  await pass(31.5 * DAY);
  await run('housekeeping');
  expect(await heldOf(phone)).toHaveLength(1);
  await setAgents('available');
  await run('every-minute');
  const { agent, room } = await conversationOf(workbench, 'Jonas Weber');
  await agent.findMessage(room._id, 'Anybody there?');
});

test('the offline text that a crash kept from going out goes out after the start, and one that went does not', async () => {
  const phone = await workbench.sim.customer({ name: 'Kim Larsen' });
  await phone.say(number, 'Anybody there?');
  await phone.receive(number, OFFLINE);
  await settle(workbench);
  const texts = async () => (await phone.chat(number)).filter(({ direction }) => direction === 'out').length;
  await workbench.kill();
  // As if the crash had come before anything of the sending was written down.
  changeRecords(workbench.dataDir, (data) =>
    String(data.about).startsWith('offline') && data.customer === phone.customer.waId ? { kind: 'never' } : undefined,
  );
  await workbench.restart({ later: 10 });
  await run('catch-up');
  await waitFor(async () => (await texts()) === 2, { what: 'the offline text' });
  await settle(workbench);
  await pass(0);
  await run('catch-up');
  await settle(workbench);
  expect(await texts()).toBe(2);
  await setAgents('available');
  await run('every-minute');
  await conversationOf(workbench, 'Kim Larsen');
});

// The last one: it ends with the number.
test('what waits at a number that was disconnected for good goes, and the admins are told before, once', async () => {
  const phone = await workbench.sim.customer({ name: 'Lea Brandt' });
  await phone.say(number, 'Anybody there?');
  await phone.say(number, 'Hello?');
  await phone.receive(number, OFFLINE);
  await settle(workbench);
  const admin = await workbench.as('admin');
  await admin.clickButton(await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!'), 'Disconnect');
  await admin.modal.submit();
  await admin.findMessage(SETUP, 'is disconnected.');
  await pass(25 * DAY);
  await run('housekeeping');
  await run('housekeeping');
  const told = (await (await workbench.as('admin')).messages(SETUP)).filter(({ msg }) => msg.includes('still wait'));
  expect(told.map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/\+55 11 5555 0100 is disconnected.*: 2\. .*20\d\d/),
  ]);
  expect(await heldOf(phone)).toHaveLength(2);
  await pass(6.5 * DAY);
  // Each run purges two days at most, and the weeks of the tests before come first.
  for (let runs = 0; runs < 40 && (await heldOf(phone)).length > 0; runs += 1) await run('housekeeping');
  expect(await heldOf(phone)).toEqual([]);
  // Housekeeping asks for each minute of two months: minutes, where other tests run beside it.
}, 600_000);
