import { answering } from '../../handlers/inbound/media/support';
import { connectDemoNumber, openConnectModal } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// 360dialog, or a proxy before it, answers with another address. Whoever is there never learns the API key.

const REDIRECTED = "the API Base URL in the app's settings answers with a redirect to";

type Stranger = Awaited<ReturnType<typeof answering>>;

let workbench: TestWorkbench;
let stranger: Stranger;
let number: string;
let agent: TestClient;
let phone: SimulatedPhone;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

beforeEach(async () => {
  stranger = await answering(200, { messages: [{ id: 'wamid.of-a-stranger' }], id: '123', url: 'https://x.example' });
});

afterEach(async () => {
  await workbench.sim.clearFaults();
  await stranger.stop();
});

afterAll(() => workbench.stop());

const everythingSent = () => JSON.stringify(stranger.got.map(({ url, headers, body }) => ({ url, headers, body })));

async function failureOf(text: string): Promise<string> {
  const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes(text);
  return JSON.stringify((await agent.findMessage(room, isCard)).blocks);
}

test.each(['301', '302', '303', '307', '308'])('a message that is answered with a redirect (%s)', async (status) => {
  await workbench.sim.fault('redirect', { status, to: stranger.url, on: 'send' });
  await agent.send(room, `A text that meets ${status}`);
  await workbench.idle();
  expect(everythingSent()).toBe('[]');
  expect(await failureOf(`A text that meets ${status}`)).toContain(`${REDIRECTED} ${stranger.url}`);
});

test('every other call of a conversation', async () => {
  await workbench.sim.fault('redirect', { to: stranger.url, on: 'read' });
  await workbench.sim.fault('redirect', { status: '307', to: stranger.url, on: 'media upload' });
  await workbench.sim.fault('redirect', { to: stranger.url, on: 'media info' });
  await phone.say(number, 'Are you there?');
  await agent.findMessage(room, 'Are you there?');
  await agent.send(room, 'Yes');
  await phone.receive(number, 'Yes');
  await agent.upload(room, { name: 'bread.png', type: 'image/png', bytes: PIXEL, msg: 'Bread' });
  await failureOf(`${REDIRECTED} ${stranger.url}`);
  await phone.send(
    number,
    { type: 'image', image: {} },
    { file: { base64: PIXEL.toString('base64'), mime: 'image/png' } },
  );
  await agent.findMessage(room, ({ msg, blocks }) => `${msg}${JSON.stringify(blocks ?? [])}`.includes(REDIRECTED));
  await workbench.idle();
  expect(everythingSent()).toBe('[]');
});

test.each(['health', 'webhook'])('a number that is being connected, by the call for %s', async (on) => {
  const other = await workbench.sim.number(on === 'health' ? '5511555501770' : '5511555501771');
  await workbench.sim.fault('redirect', { to: stranger.url, on });
  const admin = await openConnectModal(workbench);
  await admin.modal.fill('API Key *', other.apiKey);
  await admin.modal.fill('Phone Number *', `+${other.phoneNumber}`);
  await admin.modal.submit();
  expect(admin.modal.errorOf('API Key *')).toContain(`${REDIRECTED} ${stranger.url}`);
  await admin.modal.cancel();
  expect(everythingSent()).toBe('[]');
});

test('the list of templates', async () => {
  await workbench.sim.fault('redirect', { to: stranger.url, on: 'templates' });
  const admin = await workbench.as('admin');
  await admin.runCommand('/whatsapp-360d-cloud doctor', room);
  await workbench.idle();
  expect(everythingSent()).toBe('[]');
});

test('a file that lies elsewhere is fetched from there, without the key', async () => {
  await workbench.sim.fault('redirect', { to: stranger.url, on: 'media download' });
  await phone.send(
    number,
    { type: 'image', image: {} },
    { file: { base64: PIXEL.toString('base64'), mime: 'image/png' } },
  );
  await waitFor(() => Promise.resolve(stranger.got.length > 0), { what: 'the file to be asked for' });
  await workbench.idle();
  expect(stranger.got[0]?.url).toContain('attachments');
  expect(stranger.got.every(({ headers }) => headers['d360-api-key'] === undefined)).toBe(true);
  expect(everythingSent()).not.toContain(workbench.demo.apiKey);
});

test('on the same host a GET goes on to where it is sent', async () => {
  await workbench.sim.fault('redirect', { on: 'media info' }, { times: 1 });
  await workbench.sim.fault('redirect', { on: 'media download' }, { times: 1 });
  const before = (await agent.messages(room)).filter(({ file }) => file).length;
  await phone.send(
    number,
    { type: 'image', image: {} },
    { file: { base64: PIXEL.toString('base64'), mime: 'image/png' } },
  );
  const isThere = async () => (await agent.messages(room)).filter(({ file }) => file).length === before + 1;
  await waitFor(isThere, { what: 'the picture in the room' });
  await workbench.sim.faultsStruck();
});

test('where only Rocket.Chat gets out of the network, messages go through it, both ways', async () => {
  const behindProxy = await startTestWorkbench({ extraArgs: ['--proxy-only'] });
  try {
    const connected = await connectDemoNumber(behindProxy);
    const talk = await conversationWith(behindProxy, connected, 'Ben Okafor');
    await behindProxy.setSettings({ read_receipts: 'never' });
    await behindProxy.clearRoundTrips();
    await talk.agent.send(talk.room, 'Through the proxy');
    await talk.phone.receive(connected, 'Through the proxy');
    await behindProxy.idle();
    const calls = (await behindProxy.roundTrips()).reduce((sum, each) => sum + (each.calls['http.call'] ?? 0), 0);
    expect(calls).toBe(1);
    await talk.agent.upload(talk.room, { name: 'bread.png', type: 'image/png', bytes: PIXEL, msg: 'Fresh' });
    await talk.phone.receive(connected, 'Fresh');
    expect(JSON.stringify(await behindProxy.logs())).not.toContain(behindProxy.demo.apiKey);
  } finally {
    await behindProxy.stop();
  }
});
