import { connectDemoNumber } from './support/connectDemoNumber';
import { conversationOf } from './support/conversationOf';
import { cutPower } from './support/cutPower';
import { PIXEL } from './support/pixel';
import { runJobs } from './support/runJobs';
import { settle } from './support/settle';
import { startTestWorkbench } from './support/startTestWorkbench';
import type { TestWorkbench } from './support/TestWorkbench';
import { waitFor } from './support/waitFor';

// A power cut (SIGKILL of everything) while files of customers are on their way.

const PICTURES = 12;
const PICTURE = { base64: PIXEL.toString('base64'), mime: 'image/png' };

let workbench: TestWorkbench;

beforeEach(async () => {
  workbench = await startTestWorkbench({ durable: true });
});

afterEach(() => workbench.stop());

test.each([0, 3, 7])('an album arrives whole and once, cut off when %d of its pictures were there', async (seen) => {
  const number = await connectDemoNumber(workbench);
  const phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await phone.say(number, 'Look');
  const before = await conversationOf(workbench, 'Ana Souza');
  const message = { type: 'image', image: { caption: 'from my album' } };
  await phone.send(number, message, { count: PICTURES, file: PICTURE });
  const files = async () => {
    const { agent, room } = await conversationOf(workbench, 'Ana Souza');
    return (await agent.messages(room._id)).flatMap(({ file }) => file?.name ?? []);
  };
  await waitFor(async () => (await files()).length >= seen, { interval: 1, timeout: 20_000 });
  await cutPower(workbench);
  await settle(workbench);
  await runJobs(workbench, 'sweep');
  await workbench.idle();
  const names = await waitFor(async () => (await files()).length >= PICTURES && files(), { timeout: 20_000 });
  expect(names).toHaveLength(PICTURES);
  expect(new Set(names).size).toBe(PICTURES);
  const agent = await workbench.as(before.agent.username);
  const captions = (await agent.messages(before.room._id)).filter(({ msg }) => msg === 'from my album');
  expect(captions).toHaveLength(PICTURES);
});

test('a file that was being loaded is loaded again', async () => {
  const number = await connectDemoNumber(workbench);
  const phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await phone.say(number, 'Look');
  await conversationOf(workbench, 'Ana Souza');
  await workbench.sim.fault('media-slow', { ms: 60_000 }, { times: 1 });
  await phone.send(number, { type: 'image' }, { file: PICTURE });
  // The download itself is listed when it is over.
  await waitFor(async () => (await workbench.sim.requests()).some(({ path }) => /^\/\d+$/.test(path)));
  await cutPower(workbench);
  // The power may have gone before the slow download was counted.
  await workbench.sim.clearFaults();
  await settle(workbench);
  await runJobs(workbench, 'sweep');
  await workbench.idle();
  const { agent, room } = await conversationOf(workbench, 'Ana Souza');
  await agent.findMessage(room._id, ({ file }) => file?.type === 'image/png', { timeout: 20_000 });
});
