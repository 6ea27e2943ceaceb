import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import type { WireMessage } from '../support/clients/WireDocuments';

let workbench: TestWorkbench;
let number: string;
let phone: SimulatedPhone;
let agent: TestClient;
let room: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  number = await connectDemoNumber(workbench, {
    'Welcome Message (optional)': 'Welcome to the bakery!',
    'Conversation Finished Message (optional)': 'Thank you, see you soon!',
    'Default message for offline service (optional)': 'We are back tomorrow.',
  });
  ({ phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza'));
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

test('a new conversation begins with the welcome text, on the phone and in the room', async () => {
  await phone.receive(number, 'Welcome to the bakery!');
  const shown = await agent.findMessage(room, 'Welcome to the bakery!');
  expect(shown.u.username).toBe('whatsapp-360d-cloud.bot');
});

test('what the app itself says in the room is not sent again', async () => {
  await workbench.idle();
  expect(await phone.received(number)).toHaveLength(1);
});

test('marks of Rocket.Chat become marks of WhatsApp', async () => {
  await agent.send(room, '**bold** and ~~gone~~');
  await phone.receive(number, '*bold* and ~gone~');
});

test('names of emoji become emoji, whoever gave them: the customer never reads a name', async () => {
  await agent.send(room, 'By :car: or :oncoming_automobile:? Call me :iphone: :heart_eyes:');
  await phone.receive(number, 'By 🚗 or 🚘? Call me 📱 😍');
});

test('a colleague who is mentioned is called by the name that people know, not by the username', async () => {
  await agent.send(room, 'Ask @agent1 or @agent2, not @nobody. **@agent1** is in.');
  await phone.receive(number, 'Ask Agent One or Agent Two, not @nobody. *Agent One* is in.');
});

test('a text longer than WhatsApp takes arrives in pieces, in order', async () => {
  const words = Array.from({ length: 980 }, (_, index) => `w${index}`).join(' ');
  await agent.send(room, words);
  const last = await phone.receive(number, 'w979');
  const chat = await phone.chat(number);
  const pieces = chat.filter(({ direction, message }) => direction === 'out' && message.text?.body.includes(' w'));
  expect(pieces.length).toBeGreaterThan(1);
  expect(pieces.map(({ message }) => message.text?.body).join(' ')).toBe(words);
  expect(pieces.at(-1)?.wamid).toBe(last.wamid);
});

test('the name of the agent stands before the text when the setting says so', async () => {
  await workbench.setSettings({ agents_display_info: 'name' });
  await agent.send(room, 'Your bread is ready');
  await phone.receive(number, `[${(await agent.http.get<{ name: string }>('/api/v1/me')).name}] - Your bread is ready`);
  await workbench.setSettings({ agents_display_info: 'none' });
});

test('no mark touches a bare address, a quote and a list begin their own line, and a table stays readable', async () => {
  await workbench.setSettings({ agents_display_info: 'username' });
  await agent.send(room, '**https://shop.example/a** and **more**');
  await phone.receive(number, `[${agent.username}] - https://shop.example/a and *more*`);
  for (const block of ['> You asked for bread', '- rye\n- wheat', '```\nprice = 3\n```']) {
    await agent.send(room, block);
    const { message } = await phone.receive(number, block.replace(/```\n|\n```/g, '```'));
    expect(message.text?.body).toBe(`[${agent.username}]\n${block.replace(/```\n|\n```/g, '```')}`);
  }
  await workbench.setSettings({ agents_display_info: 'none' });
  const table = '| Bread | Price |\n|---|---|\n| Rye | 3 |';
  await agent.send(room, table);
  await phone.receive(number, table);
});

test('code over the limit of WhatsApp is closed and opened again, at line ends, in order', async () => {
  const lines = Array.from({ length: 270 }, (_, index) => `  price[${index}] = 3`);
  await agent.send(room, `\`\`\`\n${lines.join('\n')}\n\`\`\``);
  await phone.receive(number, 'price[269]');
  const bodies = (await phone.received(number)).map(({ message }) => message.text?.body ?? '');
  const pieces = bodies.filter((body) => body.includes('price['));
  expect(pieces.length).toBeGreaterThan(1);
  for (const piece of pieces) expect(piece).toMatch(/^```[^`]+```$/);
  expect(pieces.map((piece) => piece.replaceAll('```', '')).join('\n')).toBe(lines.join('\n'));
});

test('a file goes as a picture with its text', async () => {
  await agent.upload(room, { name: 'bread.png', type: 'image/png', bytes: PIXEL, msg: 'Fresh today' });
  const shown = await phone.receive(number, 'Fresh today');
  expect(shown.message.type).toBe('image');
});

describe('an agent’s answer', () => {
  /** The part before the text of a message that quotes another one. */
  const quote = ({ _id, rid }: WireMessage) => `[ ](${workbench.url}/live/${rid}?msg=${_id}) `;

  /** The message on the phone that the answer quotes. */
  async function answered(text: string): Promise<string | undefined> {
    const shown = await phone.receive(number, text);
    expect(shown.message.text?.body).toBe(text);
    return (shown.message.context as { message_id?: string } | undefined)?.message_id;
  }

  test('to the customer’s message is one on the phone too, without the link', async () => {
    const { wamid } = await phone.say(number, 'Do you bake today?');
    const asked = await agent.findMessage(room, 'Do you bake today?');
    await agent.send(room, `${quote(asked)}We **do**`);
    expect(await answered('We *do*')).toBe(wamid);
  });

  test('to the agent’s own message, and in a thread, is one too', async () => {
    const own = await agent.send(room, 'Rye bread is out');
    const { wamid } = await phone.receive(number, 'Rye bread is out');
    await agent.send(room, `${quote(own)}Sorry about that`);
    expect(await answered('Sorry about that')).toBe(wamid);
    await agent.send(room, 'It is back tomorrow', { tmid: own._id });
    expect(await answered('It is back tomorrow')).toBe(wamid);
  });

  test('to two messages is one to the first, and quotes the second in words', async () => {
    const { wamid } = await phone.say(number, 'And cake?');
    const cake = await agent.findMessage(room, 'And cake?');
    await phone.say(number, 'And tea?');
    const tea = await agent.findMessage(room, 'And tea?');
    await agent.send(room, `${quote(cake)}${quote(tea)}Both`);
    expect(await answered('> And tea?\nBoth')).toBe(wamid);
  });

  test('to a message that WhatsApp never took quotes it in words', async () => {
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    const lost = await agent.send(room, 'Never arrived');
    await agent.findMessage(room, (message) => !!message.blocks && message.msg.includes('Never arrived'));
    await agent.send(room, `${quote(lost)}As I said`);
    expect(await answered('> Never arrived\nAs I said')).toBeUndefined();
  });

  test('to a line of the app, or to another conversation, tells the customer nothing of it', async () => {
    const other = await conversationWith(workbench, number, 'Ben Okafor');
    const elsewhere = await other.agent.findMessage(other.room, 'Hello');
    const card = await agent.findMessage(room, (message) => !!message.blocks && message.msg.includes('Never arrived'));
    await agent.send(room, `${quote(card)}${quote(elsewhere)}Only this`);
    expect(await answered('Only this')).toBeUndefined();
  });
});

test('a refusal is told in the room in plain words, and Send again sends it', async () => {
  await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
  await agent.send(room, 'Will this arrive?');
  const card = await agent.findMessage(room, /Not delivered to WhatsApp:\*\* “Will this arrive\?”/);
  expect(JSON.stringify(card.blocks)).toContain('WhatsApp could not deliver this.');
  await agent.clickButton(card, 'Send again');
  await phone.receive(number, 'Will this arrive?');
});

test('a failure that comes later, by a status, is told as well', async () => {
  await workbench.sim.fault('status-failed', { code: 131049 }, { times: 1 });
  await agent.send(room, 'A marketing text');
  const card = await agent.findMessage(room, /Not delivered to WhatsApp:\*\* “A marketing text”/);
  expect(JSON.stringify(card.blocks)).toContain('to protect the customer from too many marketing messages');
});

test('closing tells the customer goodbye, and the next message opens another conversation', async () => {
  await agent.close(room, 'done');
  await phone.receive(number, 'Thank you, see you soon!');
  await phone.say(number, 'One more thing');
  const next = await conversationOf(workbench, 'Ana Souza');
  expect(next.room._id).not.toBe(room);
  expect(next.room.source?.label).toBe(`+${number}`);
});

test('while nobody is there the customer is told once, and what they write is kept and comes in later, in order', async () => {
  for (const name of ['agent1', 'agent2']) {
    await (await workbench.as(name)).setAvailability('not-available');
  }
  const late = await workbench.sim.customer({ name: 'Jonas Weber' });
  await late.say(number, 'Anybody there?');
  await late.receive(number, 'We are back tomorrow.');
  const { wamid } = await late.say(number, 'I will wait.');
  await workbench.idle();
  const patient = { type: 'text', text: { body: 'I will wait here.' } };
  await late.send(number, { type: 'edit', edit: { original_message_id: wamid, message: patient } });
  await workbench.idle();
  expect(await late.received(number)).toHaveLength(1);
  for (const name of ['agent1', 'agent2']) {
    await (await workbench.as(name)).setAvailability('available');
  }
  await late.say(number, 'Hello again');
  const conversation = await conversationOf(workbench, 'Jonas Weber');
  await conversation.agent.findMessage(conversation.room._id, 'Hello again');
  const texts = (await conversation.agent.messages(conversation.room._id))
    .filter(({ token, msg }) => token && msg)
    .map(({ msg }) => msg);
  expect(texts).toEqual([
    'Anybody there?',
    expect.stringMatching(/^I will wait here\.\n.*\n> I will wait\.$/),
    'Hello again',
  ]);
});
