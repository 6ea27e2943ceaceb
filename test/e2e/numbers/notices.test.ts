import { SERVER_TRAITS } from '../../../workbench/src/server/serverTraits';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { messageWebhook, webhookOf } from '../support/webhookBodies';
import { settle } from '../support/clients/settle';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// Lines for agents about events that are no message, or an unusual one: each says what happened, and to which message.

const DAY = 24 * 60 * 60 * 1_000;

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterAll(() => workbench.stop());

/** Delivers one message of the customer as 360dialog would. */
const deliver = async (message: Record<string, unknown>) =>
  workbench.sim.webhook(number, await messageWebhook(workbench, number, phone.customer, message));

/**
 * The newest line of the room that is no agent's, when everything has arrived. WhatsApp tells whole seconds: what an agent
 * wrote in the same second stands below.
 */
async function newest(): Promise<string> {
  await settle(workbench);
  return (await agent.messages(room)).filter(({ u }) => u.username !== agent.username).at(-1)?.msg ?? '';
}

/** An agent's message as the phone got it. */
async function written(text: string): Promise<string> {
  await agent.send(room, text);
  const { wamid } = await phone.receive(number, text);
  await settle(workbench);
  return wamid;
}

const react = (wamid: string, emoji: string) =>
  phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji } });

test('a reaction that Rocket.Chat has no name for is told with the message, and so is its removal', async () => {
  const wamid = await written('Your bread is ready');
  await react(wamid, '🫩');
  const told = await agent.findMessage(room, 'reacted with 🫩');
  expect(told.msg).toBe('The customer reacted with 🫩 to an earlier message.\n> Your bread is ready');
  await settle(workbench);
  await react(wamid, '');
  const removed = await agent.findMessage(room, 'removed their reaction');
  expect(removed.msg).toBe('The customer removed their reaction to an earlier message.\n> Your bread is ready');
});

test('a message that is read while a reaction to it is told keeps both', async () => {
  const wamids: string[] = [];
  for (let count = 1; count <= 5; count += 1) {
    const wamid = await written(`Bread number ${count}.`);
    const status = { id: wamid, status: 'read', timestamp: String(Math.floor(Date.now() / 1_000)) };
    const read = await webhookOf(workbench.sim, number, { statuses: [status] });
    await deliver({ type: 'reaction', reaction: { message_id: wamid, emoji: '🫩' } });
    await workbench.sim.webhook(number, read);
    await settle(workbench);
    wamids.push(wamid);
  }
  const records = await workbench.records();
  for (const wamid of wamids) {
    // News of a message stands beside its link.
    const changes = records.flatMap(({ data }) => (data.kind === 'note' && data.wamid === wamid ? data.changes : []));
    expect(changes).toContainEqual(expect.objectContaining({ delivery: 'read' }));
    expect(changes).toContainEqual(expect.objectContaining({ reactionTold: '🫩' }));
  }
});

test('one in the place of another takes the other one off the message, and the other way round', async () => {
  const { wamid } = await phone.say(number, 'Which one?');
  const { _id } = await agent.findMessage(room, 'Which one?');
  await settle(workbench);
  const standing = async () => {
    await settle(workbench);
    return Object.keys((await agent.messages(room)).find((message) => message._id === _id)?.reactions ?? {});
  };
  // Before 8.4 apps cannot react: lines say it.
  const { reactsByUpdater } = SERVER_TRAITS[workbench.server];
  const line = (what: string) => `The customer ${what} to an earlier message.\n> Which one?`;
  for (const [emoji, name] of [
    ['👍', ':thumbsup:'],
    ['🫩', undefined],
    ['❤️', ':heart:'],
  ] as const) {
    await react(wamid, emoji);
    const isOnMessage = reactsByUpdater && name !== undefined;
    expect(await standing()).toEqual(isOnMessage ? [name] : []);
    if (!isOnMessage) expect(await newest()).toBe(line(`reacted with ${emoji}`));
  }
  await react(wamid, '');
  expect(await standing()).toEqual([]);
  if (!reactsByUpdater) expect(await newest()).toBe(line('removed their reaction'));
});

test('the deletion of a message that is not known here is told as that of an earlier one', async () => {
  await phone.send(number, { type: 'revoke', revoke: { original_message_id: 'wamid.before-install' } });
  expect(await newest()).toBe('🚫 _The customer deleted an earlier message._');
});

test.each([
  [
    'a reaction',
    { type: 'reaction', reaction: { message_id: 'TARGET', emoji: '👍' } },
    '📱 Reacted with 👍 to a message, in the WhatsApp app on a phone.',
  ],
  [
    'a reaction taken back',
    { type: 'reaction', reaction: { message_id: 'TARGET', emoji: '' } },
    '📱 A reaction to a message was removed in the WhatsApp app on a phone.',
  ],
  [
    'a deletion',
    { type: 'revoke', revoke: { original_message_id: 'TARGET' } },
    '📱 A message was deleted in the WhatsApp app on a phone.',
  ],
])('%s on the phone of the business is told with the message that it is to', async (what, message, line) => {
  const { wamid } = await phone.say(number, `Before ${what} @all`);
  await agent.findMessage(room, `Before ${what}`);
  const about = JSON.parse(JSON.stringify(message).replace('TARGET', wamid)) as object;
  await phone.send(number, { type: 'echo', message: about });
  const told = await newest();
  expect(told).toContain(`${line}\n> Before ${what}`);
  // Names in a quote mention nobody.
  expect(told).not.toContain('@all');
});

test.each(['  \n ', '\u2800\u3164', ''])('a text of nothing but blanks says that it is empty: %j', async (body) => {
  await deliver({ type: 'text', text: { body } });
  expect(await newest()).toBe('Empty message');
});

test('a message whose clock is ahead counts no later than its receipt', async () => {
  const ahead = String(Math.floor((Date.now() + 2 * DAY) / 1_000));
  await deliver({ type: 'text', text: { body: 'From the day after tomorrow' }, timestamp: ahead });
  const early = await agent.findMessage(room, 'From the day after tomorrow');
  expect(new Date(early.ts).getTime()).toBeLessThanOrEqual(Date.now());
  await phone.say(number, 'And from now');
  expect(await newest()).toBe('And from now');
});
