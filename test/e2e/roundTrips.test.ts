import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationOf } from './support/conversationOf';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestWorkbench } from './support/TestWorkbench';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

/** The calls that one webhook costs, work after the answer included. */
async function costOf(act: () => Promise<unknown>): Promise<Record<string, number>> {
  await workbench.idle();
  await workbench.clearRoundTrips();
  await act();
  await workbench.idle();
  const requests = await workbench.roundTrips();
  const calls: Record<string, number> = {};
  for (const request of requests) {
    for (const [name, count] of Object.entries(request.calls)) {
      calls[name] = (calls[name] ?? 0) + count;
    }
  }
  return calls;
}

function total(calls: Record<string, number>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

test('print', async () => {
  const phone = await workbench.sim.customer({ name: 'Ana Souza' });
  const first = await costOf(async () => {
    await phone.say(number, 'one');
    await conversationOf(workbench, 'Ana Souza');
  });
  const { agent, room } = await conversationOf(workbench, 'Ana Souza');
  const known = await costOf(async () => {
    await phone.say(number, 'two');
    await agent.findMessage(room._id, 'two');
  });
  const out = await costOf(async () => {
    await agent.send(room._id, 'answer');
    await phone.receive(number, (m) => m.status === 'read');
  });
  console.log(first, total(first), known, total(known), out, total(out));
});
