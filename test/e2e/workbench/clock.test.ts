import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// One clock for the workspace, the scheduler, the simulator and the sandbox of the app.

const MINUTE = 60_000;
const HOUR = 60;
const DAY = 24 * HOUR;

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

async function clock(): Promise<{ now: number; aheadMs: number }> {
  return (await workbench.as('admin')).http.get('/api/workbench/clock');
}

test('it goes forward only', async () => {
  const { http } = await workbench.as('admin');
  await expect(http.post('/api/workbench/clock', { advanceMs: -1 })).rejects.toThrow('400');
  expect((await clock()).aheadMs).toBe(0);
});

test('the store, the app and WhatsApp go along: after a day the customer service window is closed, and opens again', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza');
  await agent.send(room, 'In time');
  await phone.receive(number, 'In time');
  await workbench.travel(DAY + 1);
  expect((await workbench.sim.state()).now - Date.now()).toBeGreaterThanOrEqual(DAY * MINUTE);
  await agent.send(room, 'Too late');
  await agent.findMessage(room, ({ blocks }) => JSON.stringify(blocks ?? []).includes('24'));
  await phone.say(number, 'Here I am again');
  const said = await agent.findMessage(room, 'Here I am again');
  expect(Date.parse(said.ts) - Date.now()).toBeGreaterThan(DAY * MINUTE - 10_000);
  await agent.send(room, 'In time again');
  await phone.receive(number, 'In time again');
});

test('jobs of the app run on the way, each at its own time', async () => {
  const { http } = await workbench.as('admin');
  const everyMinute = async () => {
    const jobs =
      await http.get<{ processorId: string; nextRunAt: string; lastRunAt: string }[]>('/api/workbench/app/jobs');
    return jobs.find(({ processorId }) => processorId === 'every-minute');
  };
  const due = (await everyMinute())?.nextRunAt;
  await workbench.clearRoundTrips();
  await workbench.travel(1.5);
  const runs = (await workbench.roundTrips('every-minute')).map(({ startedAt }) => Date.parse(startedAt));
  expect(runs.length).toBeGreaterThanOrEqual(1);
  expect(runs[0]).toBeGreaterThanOrEqual(Date.parse(due ?? ''));
  expect(Date.parse((await everyMinute())?.nextRunAt ?? '')).toBeGreaterThan((await clock()).now);
});

test('an answer of 360dialog that never comes is given up within the journey, by a timer of the host', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Ben Okafor');
  await workbench.sim.fault('no-answer', { on: 'send' });
  await agent.send(room, 'Are you there?');
  await workbench.sim.faultsStruck();
  await workbench.travel(5);
  await agent.findMessage(room, ({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
  await workbench.sim.clearFaults();
  expect(await phone.received(number)).toEqual([]);
});

test('a webhook that was refused comes again in time, and its message stands in the room once', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Cleo Martin');
  const { http } = await workbench.as('admin');
  await http.post('/api/workbench/app/disable');
  await phone.say(number, 'Delayed');
  await workbench.travel(HOUR);
  const pending = (await workbench.sim.deliveries()).filter(({ state }) => state === 'pending');
  // The pauses double from two seconds on: ten repeats are an hour.
  expect(pending.map(({ attempts }) => attempts)).toEqual([11]);
  await http.post('/api/workbench/app/enable');
  await workbench.travel(HOUR);
  await settle(workbench);
  expect((await agent.messages(room)).filter(({ msg }) => msg === 'Delayed')).toHaveLength(1);
});

test('no restart goes back in time', async () => {
  const { aheadMs } = await clock();
  expect(aheadMs).toBeGreaterThan(DAY * MINUTE);
  await workbench.restart();
  expect((await clock()).aheadMs).toBe(aheadMs);
  const { agent, room } = await conversationWith(workbench, number, 'Dario Neri');
  const { ts } = await agent.findMessage(room, 'Hello');
  expect(Date.parse(ts) - Date.now()).toBeGreaterThan(DAY * MINUTE);
});
