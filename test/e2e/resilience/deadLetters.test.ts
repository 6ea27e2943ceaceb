import { changeRecords, refuseToStore } from '../support/instances/durableStore';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { runJobs } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// A customer's message that cannot be put into a conversation for days.

const DAY = 24 * 60;

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

/** While the workspace is down, so many minutes pass and the app's records become others. */
async function meanwhile(minutes: number, change: Parameters<typeof changeRecords>[1]): Promise<void> {
  await workbench.kill();
  changeRecords(workbench.dataDir, change);
  await workbench.restart({ later: minutes });
}

/** It was tried so often that the next failure is told. */
const tried: Parameters<typeof changeRecords>[1] = (data) =>
  data.kind === 'inbox' ? { ...data, attempts: 10 } : undefined;

/** Each run of the sweep walks over a day. */
async function sweep(days: number): Promise<void> {
  for (let runs = 0; runs <= days; runs += 1) {
    await runJobs(workbench, 'every-minute');
    await workbench.idle();
  }
}

async function warned(words: string): Promise<string[]> {
  const messages = await (await workbench.as('admin')).messages(SETUP);
  return messages.map(({ msg }) => msg).filter((msg) => msg.includes(words));
}

async function examine(): Promise<string> {
  const admin = await workbench.as('admin');
  await admin.runCommand('/whatsapp-360d-cloud doctor', SETUP);
  await waitFor(() => admin.modal.isOpen && admin.modal.texts.join().includes('Agents are available'));
  return admin.modal.texts.join('\n');
}

test('it is tried once a day, told and found by the doctor, and arrives when the cause is gone', async () => {
  const phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await phone.say(number, 'Hello');
  const first = await conversationOf(workbench, 'Ana Souza');
  await workbench.idle();
  const takeAgain = refuseToStore(workbench.dataDir, 'messages', 'Are you there?');
  await phone.say(number, 'Are you there?');
  await waitFor(async () => (await workbench.records()).some(({ data }) => data.attempts === 1));
  await meanwhile(3 * DAY, tried);
  await sweep(3);
  const told = await warned('could not be put into a conversation');
  expect(told).toEqual([expect.stringMatching(/doctor.*support.*The last reason was: /)]);
  expect(told[0]).toContain(`+${number.slice(0, 2)}`);
  expect(await examine()).toContain('could not be put into a conversation');

  takeAgain();
  await meanwhile(2 * DAY, () => undefined);
  await sweep(2);
  const agent = await workbench.as(first.agent.username);
  await agent.findMessage(first.room._id, 'Are you there?');
  expect(
    (await workbench.records()).filter(({ data }) => ['undelivered', 'inbox'].includes(String(data.kind))),
  ).toEqual([]);
});

test('it is given up after a month, when the admins hear whose it was', async () => {
  const phone = await workbench.sim.customer({ name: 'Ben Okafor' });
  await phone.say(number, 'Hello');
  await conversationOf(workbench, 'Ben Okafor');
  await workbench.idle();
  refuseToStore(workbench.dataDir, 'messages', 'Is anybody there?');
  await phone.say(number, 'Is anybody there?');
  await waitFor(async () => (await workbench.records()).some(({ data }) => data.attempts === 1));
  await meanwhile(30.5 * DAY, () => undefined);
  await sweep(1);
  expect(await warned('were deleted. Please ask these customers to write again.')).toHaveLength(1);
  expect((await workbench.records()).filter(({ data }) => data.kind === 'inbox')).toEqual([]);
});
