import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import { withRoles } from '../support/instances/durableStore';

// When customers see that their messages were read, and that somebody is typing.

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterEach(async () => {
  await workbench.sim.clearFaults();
  await workbench.setSettings({ read_receipts: 'answer' });
});
afterAll(() => workbench.stop());

interface Mark {
  message_id: string;
  typing_indicator?: { type: string };
}

/** The requests that marked a message as read, oldest first. */
async function marksOf(wamid: string): Promise<Mark[]> {
  const bodies = (await workbench.sim.requests()).map(({ requestBody }) => requestBody as Partial<Mark> | undefined);
  return bodies.filter((body): body is Mark => body?.message_id === wamid).reverse();
}

/** The wamid of what a customer said last. */
async function lastOf(phone: SimulatedPhone): Promise<string> {
  const said = (await phone.chat(number)).filter(({ direction }) => direction === 'in');
  return said.at(-1)?.wamid ?? '';
}

test('a customer’s last message is marked as read when somebody answers, once, and not before', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza');
  const { wamid } = await phone.say(number, 'Are you there?');
  await agent.findMessage(room, 'Are you there?');
  await workbench.idle();
  expect(await marksOf(wamid)).toEqual([]);
  await agent.send(room, 'Yes');
  await waitFor(async () => (await marksOf(wamid)).length > 0, { what: 'the message to be marked as read' });
  await agent.send(room, 'How can I help?');
  await phone.receive(number, 'How can I help?');
  await workbench.idle();
  expect(await marksOf(wamid)).toEqual([{ messaging_product: 'whatsapp', status: 'read', message_id: wamid }]);
});

test('after a restart the last message is found in what was written down', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Ben Okafor');
  const wamid = await lastOf(phone);
  await workbench.idle();
  await workbench.restart();
  await (await workbench.as(agent.username)).send(room, 'We were away for a moment');
  await waitFor(async () => (await marksOf(wamid)).length === 1, { what: 'the message to be marked as read' });
});

test('with “taking” it is marked when an agent gets the conversation', async () => {
  await workbench.setSettings({ read_receipts: 'taking' });
  const { phone } = await conversationWith(workbench, number, 'Cleo Martin');
  const wamid = await lastOf(phone);
  await waitFor(async () => (await marksOf(wamid)).length === 1, { what: 'the message to be marked as read' });
});

test('with “never” nothing is marked', async () => {
  await workbench.setSettings({ read_receipts: 'never' });
  const { phone, agent, room } = await conversationWith(workbench, number, 'Dora Petrov');
  await agent.send(room, 'Unseen');
  await phone.receive(number, 'Unseen');
  await workbench.idle();
  expect(await marksOf(await lastOf(phone))).toEqual([]);
});

test('what 360dialog refuses of it is logged once and told to no agent', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Emre Kaya');
  await workbench.sim.fault('error-code', { code: 131000, on: 'read' });
  for (const text of ['One', 'Two']) {
    await phone.say(number, `Before ${text}`);
    await agent.findMessage(room, `Before ${text}`);
    await agent.send(room, text);
    await phone.receive(number, text);
    const wamid = await lastOf(phone);
    await waitFor(async () => (await marksOf(wamid)).length === 1, { what: 'the refused request' });
  }
  await workbench.idle();
  const said = (await agent.messages(room)).map(({ msg }) => msg);
  expect(said.filter((msg) => msg.includes('deliver') || msg.includes('131000'))).toEqual([]);
  const lines = (await workbench.logs()).flatMap(({ entries }) => entries.map(({ args }) => args.join(' ')));
  expect(lines.filter((line) => line.includes('that their message was read')).length).toBeLessThanOrEqual(1);
});

test('typing is shown while an agent’s file is on its way, again after twenty seconds, and not after it', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Finn Berg');
  const wamid = await lastOf(phone);
  await workbench.sim.fault('slow-answer', { ms: 50_000, on: 'media upload' }, { times: 1 });
  const before = (await workbench.sim.requests()).length;
  await agent.upload(room, { name: 'photo.png', type: 'image/png', bytes: PIXEL, msg: 'Look' });
  await waitFor(async () => (await workbench.sim.requests()).length > before, { what: 'the upload' });
  await workbench.travel(1);
  await phone.receive(number, 'Look');
  const marks = await marksOf(wamid);
  expect(marks.filter(({ typing_indicator }) => typing_indicator?.type === 'text')).toHaveLength(3);
  await workbench.travel(2);
  expect((await marksOf(wamid)).filter(({ typing_indicator }) => typing_indicator)).toHaveLength(3);
});

test('typing is shown while a bot serves the conversation, until it answers', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Gita Rao');
  await withRoles(workbench, agent.username, ['user', 'livechat-agent', 'bot'], async () => {
    const { wamid } = await phone.say(number, 'What are your opening hours?');
    const typed = async () => (await marksOf(wamid)).filter(({ typing_indicator }) => typing_indicator).length;
    await waitFor(async () => (await typed()) === 1, { what: 'the typing' });
    await workbench.travel(0.4);
    expect(await typed()).toBe(2);
    await agent.send(room, 'From eight to six');
    await phone.receive(number, 'From eight to six');
    await workbench.travel(1);
    expect(await typed()).toBe(2);
  });
});
