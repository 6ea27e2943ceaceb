import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import { settle } from '../support/clients/settle';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { webhookOf } from '../support/webhookBodies';

// Messages that arrive late, as after an outage. Rocket.Chat tells nobody of a message that is dated more than a minute
// aside: no unread mark, no notification, no last message.

const MINUTE = 60_000;

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench);
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterAll(() => workbench.stop());

/** Minutes that were travelled. */
let ahead = 0;
let count = 0;
/** Delivers messages of so many minutes ago in one webhook. */
async function deliver(...items: { minutes: number; message: Record<string, unknown> }[]): Promise<void> {
  const { waId, name } = phone.customer;
  const messages = items.map(({ minutes, message }) => ({
    from: waId,
    id: `wamid.late.${(count += 1)}`,
    timestamp: String(Math.floor((Date.now() + (ahead - minutes) * MINUTE) / 1_000)),
    ...message,
  }));
  const value = { contacts: [{ profile: { name }, wa_id: waId }], messages };
  await workbench.sim.webhook(number, await webhookOf(workbench.sim, number, value));
  await settle(workbench);
}

const text = (body: string) => ({ type: 'text', text: { body } });

async function read(): Promise<void> {
  await agent.http.post('/api/v1/subscriptions.read', { rid: room });
}

async function unread(): Promise<number> {
  const path = `/api/v1/subscriptions.getOne?roomId=${room}`;
  return (await agent.http.get<{ subscription: { unread: number } }>(path)).subscription.unread;
}

const shown = async (...texts: string[]) =>
  (await agent.messages(room)).filter(({ msg }) => texts.includes(msg)).map(({ msg }) => msg);

test('a message of ten minutes ago is noticed, stands last, and tells when it was written', async () => {
  await read();
  await deliver({ minutes: 10, message: text('Is it *ready*?') });
  const message = await agent.findMessage(room, 'Is it *ready*?');
  // The words are the customer's alone, as a bot in the room reads them.
  expect(message.msg).toBe('Is it *ready*?');
  expect(JSON.stringify(message.attachments)).toMatch(/Late: this is from \w+ \d+, 20\d\d, \d+:\d\d:\d\d.[AP]M UTC/);
  expect(await unread()).toBe(1);
  const { lm } = await agent.room(room);
  expect(new Date(lm ?? 0).getTime()).toBe(new Date(message.ts).getTime());
});

test('one that is not late stands at the second of WhatsApp and says nothing of it', async () => {
  await read();
  await phone.say(number, 'I am on my way');
  const message = await agent.findMessage(room, 'I am on my way');
  expect(message.attachments).toBeUndefined();
  await settle(workbench);
  expect(await unread()).toBe(1);
});

test('what the customer wrote after a late message stands behind it, in the order of writing, though it comes in another', async () => {
  // What was written before this minute keeps nobody behind it any more.
  await workbench.travel((ahead = 1));
  await deliver({ minutes: 10, message: text('Are you open?') });
  await agent.findMessage(room, 'Are you open?');
  for (const [seconds, body] of [
    [30, 'I am at the door'],
    [10, 'It is open'],
    [20, 'I knock'],
  ] as const) {
    await deliver({ minutes: seconds / 60, message: text(body) });
    await agent.findMessage(room, body);
  }
  const inOrder = ['Are you open?', 'I am at the door', 'I knock', 'It is open'];
  expect(await shown(...inOrder)).toEqual(inOrder);
  await deliver({ minutes: 5, message: text('Anybody?') }, { minutes: 25 / 60, message: text('Still at the door') });
  await agent.findMessage(room, 'Still at the door');
  // It was written before what stands above the late message.
  const all = ['Are you open?', 'I am at the door', 'Still at the door', 'I knock', 'It is open', 'Anybody?'];
  expect(await shown(...all)).toEqual(all);
});

test('several late ones and one of now keep the order in which they were delivered', async () => {
  await read();
  const late = [30, 20, 10].map((minutes) => ({ minutes, message: text(`${minutes} minutes ago`) }));
  await deliver(...late);
  await phone.say(number, 'And now');
  await agent.findMessage(room, 'And now');
  await settle(workbench);
  const texts = ['30 minutes ago', '20 minutes ago', '10 minutes ago'];
  expect(await shown(...texts)).toEqual(texts);
  expect(await unread()).toBe(4);
});

test('late news that are no message say when they happened', async () => {
  const { waId } = phone.customer;
  const timestamp = String(Math.floor(Date.now() / 1_000) - 600);
  const echo = { from: number, to: waId, id: 'wamid.late.echo', timestamp, ...text('Sent from the phone') };
  const value = { message_echoes: [echo] };
  await workbench.sim.webhook(number, await webhookOf(workbench.sim, number, value, 'smb_message_echoes'));
  const said = await agent.findMessage(room, 'Sent from the phone');
  expect(said.msg).toMatch(/^\*\w+ \d+, 20\d\d, \d+:\d\d.[AP]M UTC\* 📱/);
  await phone.send(number, { type: 'echo', message: text('Sent just now') });
  expect((await agent.findMessage(room, 'Sent just now')).msg).toMatch(/^📱/);
});

test('a late picture tells when it was sent, with its caption and without', async () => {
  const file = { base64: Buffer.from(PIXEL).toString('base64'), mime: 'image/png' };
  await workbench.sim.http.post('/switches', { webhookConcurrency: 1 });
  for (const caption of ['Look', undefined]) {
    const { wamid } = await phone.send(number, { type: 'image', image: { caption } }, { file });
    await settle(workbench);
    const { message } = (await phone.chat(number)).find((each) => each.wamid === wamid) ?? {};
    const image = (message as { image?: Record<string, unknown> } | undefined)?.image;
    await deliver({ minutes: 15, message: { type: 'image', image: { ...image, caption } } });
    const last = (await agent.messages(room)).at(-1);
    expect(last?.msg).toBe(caption ?? '');
    expect(JSON.stringify(last?.attachments)).toContain('Late: this is from');
  }
});
