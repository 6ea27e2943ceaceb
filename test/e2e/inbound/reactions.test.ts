import { SERVER_TRAITS } from '../../../workbench/src/server/serverTraits';
import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import type { WireMessage } from '../support/clients/WireDocuments';
import { waitFor } from '../support/waitFor';

// An agent's reaction to what a customer wrote: the customer sees it, one of the business at a time.

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let admin: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  await workbench.setServerSetting('Workbench_Role_App_Has_View_Livechat_Rooms', true);
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
  admin = await workbench.as('admin');
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

/** A customer's message, in the room and on the phone. */
async function written(text: string): Promise<{ message: WireMessage; wamid: string }> {
  const { wamid } = await phone.say(number, text);
  return { message: await agent.findMessage(room, text), wamid };
}

/** The emoji of the business that the phone shows on a message. */
async function seen(wamid: string): Promise<unknown[]> {
  const message = (await phone.chat(number)).find((each) => each.wamid === wamid);
  return (message?.reactions ?? []).filter(({ from }) => from === 'business').map(({ emoji }) => emoji);
}

async function sees(wamid: string, emojis: string[]): Promise<void> {
  await waitFor(async () => JSON.stringify(await seen(wamid)) === JSON.stringify(emojis), {
    what: `${emojis.join()} on the customer's message`,
  });
}

/** The requests to the API since the log was cleared. */
async function sent(): Promise<unknown[]> {
  await workbench.idle();
  return (await workbench.sim.sends()).map(({ requestBody }) => requestBody?.['reaction']);
}

test('it reaches the customer, and goes when it is taken back', async () => {
  const { message, wamid } = await written('Can I pick it up at six?');
  await agent.react(message._id, ':thumbsup:');
  await sees(wamid, ['👍']);
  await agent.react(message._id, ':thumbsup:');
  await sees(wamid, []);
});

test('the last one counts, whoever gave it; where it is taken back the one that still stands is seen', async () => {
  const { message, wamid } = await written('It was delicious');
  await agent.react(message._id, ':heart:');
  await sees(wamid, ['❤️']);
  await admin.react(message._id, ':tada:');
  await sees(wamid, ['🎉']);
  await workbench.sim.clearRequests();
  await agent.react(message._id, ':heart:', false);
  expect(await sent()).toEqual([]);
  await agent.react(message._id, ':heart:', true);
  await sees(wamid, ['❤️']);
  await agent.react(message._id, ':heart:', false);
  await sees(wamid, ['🎉']);
  await admin.react(message._id, ':tada:', false);
  await sees(wamid, []);
});

test('what customers react with is not sent back to them', async () => {
  const { message, wamid } = await written('Look at this');
  await agent.send(room, 'Lovely');
  const answer = await phone.receive(number, 'Lovely');
  await workbench.sim.clearRequests();
  for (const target of [wamid, answer.wamid]) {
    for (const emoji of ['😍', '😢', '']) {
      await phone.send(number, { type: 'reaction', reaction: { message_id: target, emoji } });
      await workbench.idle();
    }
  }
  expect(await sent()).toEqual([]);
  // An agent who agrees with the customer, on the very same emoji, is heard.
  await phone.send(number, { type: 'reaction', reaction: { message_id: wamid, emoji: '😍' } });
  await waitFor(async () =>
    SERVER_TRAITS[workbench.server].reactsByUpdater
      ? JSON.stringify(await agent.findMessage(room, 'Look at this')).includes('heart_eyes')
      : agent.findMessage(room, 'reacted with 😍 to an earlier message.\n> Look at this'),
  );
  await agent.react(message._id, ':heart_eyes:');
  await sees(wamid, ['😍']);
});

test('reactions to what agents wrote, in rooms without customers and by the app stay in the workspace', async () => {
  await workbench.sim.clearRequests();
  const own = await agent.send(room, 'On its way');
  await phone.receive(number, 'On its way');
  await admin.react(own._id, ':eyes:');
  const general = await admin.send('general', 'Good morning');
  await admin.react(general._id, ':wave:');
  expect((await sent()).filter(Boolean)).toEqual([]);
});

test('a file and its caption can be reacted to as well', async () => {
  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const file = { base64: png, mime: 'image/png' };
  const { wamid } = await phone.send(number, { type: 'image', image: { caption: 'My cake' } }, { file });
  const shown = await agent.findMessage(room, ({ file: stored, attachments }) =>
    Boolean(stored ?? attachments?.length),
  );
  await agent.react(shown._id, ':cake:');
  await sees(wamid, ['🍰']);
});

test('the same again after a restart, when nothing is remembered', async () => {
  const { message, wamid } = await written('Before the restart');
  await agent.react(message._id, ':heart:');
  await sees(wamid, ['❤️']);
  await workbench.restart();
  agent = await workbench.as(agent.username);
  admin = await workbench.as('admin');
  await agent.react(message._id, ':heart:', false);
  await sees(wamid, []);
  await agent.react(message._id, ':fire:');
  await sees(wamid, ['🔥']);
});

test('what WhatsApp refuses, at once or by a status, is told in the room, without a button that would send it again', async () => {
  const { message } = await written('Refuse this');
  await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
  await agent.react(message._id, ':heart:');
  const card = await agent.findMessage(room, 'Reaction ❤️ to: Refuse this');
  expect(JSON.stringify(card.blocks)).toContain('WhatsApp could not deliver this.');
  expect(JSON.stringify(card.blocks)).not.toContain('Send again');
  await workbench.sim.fault('status-failed', { code: 131009 }, { times: 1 });
  await agent.react(message._id, ':fire:');
  await agent.findMessage(room, 'Reaction 🔥 to: Refuse this');
});

test('a lost answer is told as uncertain, and the status that comes takes the card away', async () => {
  const { message, wamid } = await written('Lose this');
  await workbench.sim.fault('connection-reset', { when: 'after', on: 'send' }, { times: 1 });
  await agent.react(message._id, ':heart:');
  await sees(wamid, ['❤️']);
  const cards = async () =>
    (await agent.messages(room)).filter(({ blocks }) => JSON.stringify(blocks ?? []).includes('Lose this'));
  await waitFor(async () => (await workbench.idle().then(cards)).length === 0, { what: 'the card to go' });
});

test('from a number that is not connected any more nothing is sent, which is told', async () => {
  const { message, wamid } = await written('Goodbye');
  const before = admin.ephemeral.length;
  await admin.runCommand('/whatsapp-360d-cloud numbers', SETUP);
  const list = await waitFor(() => admin.ephemeral[before], { what: 'the list of numbers' });
  await admin.clickButton(list, 'Disconnect');
  await admin.modal.submit();
  await agent.react(message._id, ':heart:');
  const card = await agent.findMessage(room, 'Reaction ❤️ to: Goodbye');
  expect(card.msg).toContain('is not connected any more, so nothing can be sent from it');
  expect(await seen(wamid)).toEqual([]);
});
