import { randomBytes } from 'node:crypto';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf } from '../support/conversationWith';
import { cutPower } from '../support/instances/durableStore';
import { PIXEL } from '../support/pixel';
import { runJobs, settle } from '../support/clients/settle';
import { startGate } from '../support/instances/startGate';
import type { Gate } from '../support/instances/startGate';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// A power cut (SIGKILL of everything) while files of customers are on their way.

const PICTURES = 12;
const PICTURE = { base64: PIXEL.toString('base64'), mime: 'image/png' };

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterAll(() => workbench.stop());

test.each([
  [0, 'Ana Souza'],
  [3, 'Ben Okafor'],
  [7, 'Cleo Martin'],
])('an album arrives whole and once, cut off when %d of its pictures were there', async (seen, name) => {
  const phone = await workbench.sim.customer({ name });
  await phone.say(number, 'Look');
  const before = await conversationOf(workbench, name);
  const message = { type: 'image', image: { caption: 'from my album' } };
  await phone.send(number, message, { count: PICTURES, file: PICTURE });
  const files = async () => {
    const { agent, room } = await conversationOf(workbench, name);
    return (await agent.messages(room._id)).flatMap(({ file }) => file?.name ?? []);
  };
  await waitFor(async () => (await files()).length >= seen, { interval: 1, timeout: 20_000 });
  await cutPower(workbench);
  await settle(workbench);
  await runJobs(workbench, 'every-minute');
  await workbench.idle();
  const names = await waitFor(async () => (await files()).length >= PICTURES && files(), { timeout: 20_000 });
  expect(names).toHaveLength(PICTURES);
  expect(new Set(names).size).toBe(PICTURES);
  const agent = await workbench.as(before.agent.username);
  const captions = (await agent.messages(before.room._id)).filter(({ msg }) => msg === 'from my album');
  expect(captions).toHaveLength(PICTURES);
});

test('a file that was being loaded is loaded again, also when an earlier one has its name', async () => {
  const phone = await workbench.sim.customer({ name: 'Dario Neri' });
  await phone.say(number, 'Look');
  const before = await conversationOf(workbench, 'Dario Neri');
  const invoice = { ...PICTURE, filename: 'invoice.png' };
  await phone.send(number, { type: 'document', document: { caption: 'October' } }, { file: invoice });
  await before.agent.findMessage(before.room._id, 'October');
  await workbench.sim.clearRequests();
  await workbench.sim.fault('media-slow', { ms: 60_000 }, { times: 1 });
  await phone.send(number, { type: 'document', document: { caption: 'November' } }, { file: invoice });
  // The download itself is listed when it is over.
  await waitFor(async () => (await workbench.sim.requests()).some(({ path }) => /^\/\d+$/.test(path)));
  await cutPower(workbench);
  // The power may have gone before the slow download was counted.
  await workbench.sim.clearFaults();
  await settle(workbench);
  await runJobs(workbench, 'every-minute');
  await workbench.idle();
  const { agent, room } = await conversationOf(workbench, 'Dario Neri');
  await agent.findMessage(room._id, 'November', { timeout: 20_000 });
  const lines = (await agent.messages(room._id)).filter(({ t }) => !t).map(({ file: each, msg }) => each?.name ?? msg);
  expect(lines).toEqual(['Look', 'invoice.png', 'October', 'invoice.png', 'November']);
});

describe('a heavy file, cut off while it was uploaded, arrives once', () => {
  const HEAVY = 12 * 1024 * 1024;
  let gate: Gate;
  afterEach(() => gate.stop());

  test.each<
    [when: string, customer: string, deed: (upload: { forward(take?: () => void): void }, cut: () => void) => void]
  >([
    ['before the server had it', 'Elif Kaya', (_upload, cut) => cut()],
    ['when it was stored and nobody had heard', 'Fatma Idris', ({ forward }, cut) => forward(cut)],
  ])('%s', async (_when, customer, deed) => {
    gate = await startGate(workbench.url);
    await workbench.setServerSetting('Site_Url', gate.url);
    const phone = await workbench.sim.customer({ name: customer });
    await phone.say(number, 'Look');
    const { room } = await conversationOf(workbench, customer);
    const cut = new Promise<void>((resolve) => gate.onUpload((upload) => deed(upload, resolve)));
    const bytes = randomBytes(HEAVY);
    const file = { base64: bytes.toString('base64'), mime: 'application/pdf', filename: 'plan.pdf' };
    await phone.send(number, { type: 'document', document: { caption: 'as agreed' } }, { file });
    await cut;
    await cutPower(workbench);
    gate.onUpload();
    await settle(workbench);
    await runJobs(workbench, 'every-minute');
    await workbench.idle();
    const { agent } = await conversationOf(workbench, customer);
    await agent.findMessage(room._id, 'as agreed', { timeout: 30_000 });
    const lines = (await agent.messages(room._id))
      .filter(({ t }) => !t)
      .map(({ file: each, msg }) => each?.name ?? msg);
    expect(lines).toEqual(['Look', 'plan.pdf', 'as agreed']);
  });
});
