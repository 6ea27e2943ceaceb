import { connectDemoNumber, SETUP } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { PIXEL } from '../support/pixel';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// Agents' messages while something fails: each is sent once, or its author is told.

const NOT_DELIVERED = 'Not delivered to WhatsApp';

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench();
  await workbench.setServerSetting('Message_MaxAllowedSize', 20_000);
  number = await connectDemoNumber(workbench, {
    'Conversation Finished Message (optional)': 'Thank you, see you soon!',
  });
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const isCard = ({ blocks }: WireMessage) => JSON.stringify(blocks ?? []).includes(NOT_DELIVERED);
const cardsIn = async (agent: TestClient, room: string) => (await agent.messages(room)).filter(isCard);
const bodies = async (phone: SimulatedPhone) =>
  (await phone.received(number)).map(({ message }) => message.text?.body ?? '');

/** Three pieces on WhatsApp, told apart by their first letters. */
const LONG = ['a', 'b', 'c'].map((letter) => `${letter}${'.'.repeat(3_000)}`).join(' ');

/** Resolves when the app has written down that it sends a message of a room. */
async function onItsWay(room: string): Promise<void> {
  const isIt = ({ data }: { data: Record<string, unknown> }) => data.kind === 'outbox' && data.roomId === room;
  await waitFor(async () => (await workbench.records()).some(isIt), {
    what: 'the message to be on its way',
    interval: 5,
  });
}

/** Lets the second of the requests that send fail. */
async function failSecond(act: () => Promise<unknown>): Promise<void> {
  await workbench.sim.clearRequests();
  await workbench.sim.fault('slow-answer', { ms: 500, on: 'send' }, { times: 1 });
  await act();
  await workbench.sim.faultsStruck();
  await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
}

describe('Send again', () => {
  test('after a long text that failed half-way sends what is missing, in its order', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ana Souza');
    await failSecond(() => agent.send(room, LONG));
    const card = await agent.findMessage(room, isCard);
    expect((await bodies(phone)).map((body) => body[0])).toEqual(['a']);
    await agent.clickButton(card, 'Send again');
    await phone.receive(number, ({ message }) => message.text?.body.startsWith('c') === true);
    await workbench.idle();
    expect((await bodies(phone)).map((body) => body[0])).toEqual(['a', 'b', 'c']);
    expect((await bodies(phone)).join(' ')).toBe(LONG);
    expect(await cardsIn(agent, room)).toEqual([]);
  });

  test('after one piece failed by its status sends that piece alone', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ben Okafor');
    await workbench.sim.fault('status-failed', { code: 131026 }, { times: 1 });
    await agent.send(room, LONG);
    const card = await agent.findMessage(room, isCard);
    await phone.receive(number, ({ message }) => message.text?.body.startsWith('c') === true);
    await workbench.idle();
    await agent.clickButton(card, 'Send again');
    await waitFor(async () => (await phone.received(number)).length === 4, { what: 'the piece to be sent again' });
    await workbench.idle();
    expect((await bodies(phone)).map((body) => body[0])).toEqual(['a', 'b', 'c', 'a']);
  });

  test('pressed by two agents in the same moment sends once, and the second one is told', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Cleo Martin');
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.send(room, 'Only once, please');
    const card = await agent.findMessage(room, isCard);
    const manager = await workbench.as('manager');
    await Promise.all([agent, manager, agent].map((client) => client.clickButton(card, 'Send again')));
    await phone.receive(number, 'Only once, please');
    await workbench.idle();
    expect(await bodies(phone)).toEqual(['Only once, please']);
    const told = [...agent.ephemeral, ...manager.ephemeral].map(({ msg }) => msg);
    expect(told.filter((msg) => msg.includes('cannot be sent again'))).toHaveLength(2);
  });

  test('of a message that is uncertain sends it once more, unless WhatsApp tells meanwhile that it arrived', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Dario Neri');
    await workbench.sim.fault('connection-reset', { when: 'after', on: 'send' }, { times: 1 });
    await agent.send(room, 'Did you get this?');
    await phone.receive(number, 'Did you get this?');
    // Its statuses come, and the card that called it uncertain goes.
    await phone.open(number);
    await phone.receive(number, ({ status }) => status === 'read');
    await workbench.idle();
    await waitFor(async () => (await cardsIn(agent, room)).length === 0, { what: 'the card to go' });
    expect(await bodies(phone)).toEqual(['Did you get this?']);
    expect((await workbench.records()).filter(({ data }) => data.kind === 'outbox')).toEqual([]);
  });

  test('of several files sends the one that is missing', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Eva Lind');
    await workbench.sim.fault('error-code', { code: 131053, on: 'send' }, { times: 1 });
    await agent.upload(room, { name: 'bread.png', type: 'image/png', bytes: PIXEL, msg: 'Fresh today' });
    const card = await agent.findMessage(room, isCard);
    expect(JSON.stringify(card.blocks)).toContain('Fresh today');
    await agent.clickButton(card, 'Send again');
    const { message } = await phone.receive(number, 'Fresh today');
    expect(message.type).toBe('image');
    await workbench.idle();
    expect(await phone.received(number)).toHaveLength(1);
  });
});

/** 360dialog's answer to every send, how long the app tries, and the beginning of the card that the agent then reads. */
const answers: [kind: string, params: Record<string, string | boolean | number>, minutes: number, sentence: string][] =
  [
    ['throttled', { shape: 'error' }, 31, '360dialog received too many requests in a short time.'],
    ['throttled', { shape: 'text' }, 31, '360dialog received too many requests in a short time.'],
    ['error-code', { code: 131047 }, 0, "More than 24 hours have passed since the customer's last message"],
    ['no-answer', {}, 1, 'so it may have arrived or not'],
    ['server-error', {}, 0.5, 'so it may have arrived or not'],
    ['bad-gateway', {}, 0.5, 'so it may have arrived or not'],
    ['connection-reset', { when: 'before' }, 0.5, 'so it may have arrived or not'],
    ['garbage-answer', { body: 'text' }, 0.5, 'so it may have arrived or not'],
    ['garbage-answer', { body: 'empty' }, 0.5, 'so it may have arrived or not'],
    ['truncated-answer', { breakConnection: true }, 0.5, 'so it may have arrived or not'],
    ['unauthorized', { shape: 'error' }, 0, '360dialog does not accept the API key of this number.'],
    ['unauthorized', { shape: 'meta' }, 0, '360dialog does not accept the API key of this number.'],
    ['forbidden', { shape: 'error' }, 0, '360dialog does not allow this request, or has blocked it for a while'],
  ];

/** The request is done, and only the answer is lost. */
const TAKEN = ['garbage-answer', 'truncated-answer'];

describe('what 360dialog says to a message', () => {
  test.each(answers)(
    '%s %j for %d minutes is told on a card in plain words',
    async (kind, params, minutes, sentence) => {
      const { agent, room } = await conversationWith(workbench, number, `${kind} ${JSON.stringify(params)}`);
      await workbench.sim.fault(kind, { ...params, on: 'send' });
      // WhatsApp has taken some of the messages, and their statuses would show that.
      await workbench.sim.fault('status-dropped', { which: 'all' });
      await agent.send(room, 'Is this sent?');
      if (minutes > 0) {
        await onItsWay(room);
        await workbench.travel(minutes);
      }
      const card = await agent.findMessage(room, isCard);
      const words = JSON.stringify(card.blocks);
      expect(words).toContain(sentence);
      expect(words).toContain('Is this sent?');
      expect(words).not.toContain(workbench.demo.apiKey);
    },
  );

  test.each(answers.filter(([kind]) => TAKEN.includes(kind)))(
    '%s %j leaves no card where statuses tell that it arrived, and it is not sent again',
    async (kind, params) => {
      const { phone, agent, room } = await conversationWith(
        workbench,
        number,
        `Taken: ${kind} ${JSON.stringify(params)}`,
      );
      await workbench.sim.fault(kind, { ...params, on: 'send' }, { times: 1 });
      await agent.send(room, 'Is this sent?');
      await workbench.travel(1);
      // Sent when all has been said about the first one.
      await agent.send(room, 'This one, too');
      await phone.receive(number, 'This one, too');
      await waitFor(async () => (await cardsIn(agent, room)).length === 0, { what: 'the card to go' });
      expect(await bodies(phone)).toEqual(['Is this sent?', 'This one, too']);
    },
  );

  test('to be slow keeps one customer waiting, in their order, and nobody else', async () => {
    const slow = await conversationWith(workbench, number, 'Frida Holm');
    const quick = await conversationWith(workbench, number, 'Gil Moreno');
    await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 1 });
    await slow.agent.send(slow.room, 'first');
    await slow.agent.send(slow.room, 'second');
    await workbench.sim.faultsStruck();
    await quick.agent.send(quick.room, 'not behind them');
    await quick.phone.receive(number, 'not behind them');
    expect(await bodies(slow.phone)).toEqual([]);
    await workbench.travel(2);
    await slow.phone.receive(number, 'second');
    expect(await bodies(slow.phone)).toEqual(['first', 'second']);
    expect(await cardsIn(slow.agent, slow.room)).toEqual([]);
  });
});

describe('what an agent does in the room', () => {
  test('editing and deleting what WhatsApp has is told to be unseen, once', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Hana Sato');
    const sent = await agent.send(room, 'We open at eigth');
    await phone.receive(number, 'We open at eigth');
    await workbench.idle();
    await agent.edit(sent, 'We open at eight');
    await agent.edit(sent, 'We open at eight o’clock');
    await agent.findMessage(room, 'The customer does not see this change');
    await agent.remove(sent);
    await agent.findMessage(room, 'This message was deleted here only.');
    await workbench.idle();
    const said = (await agent.messages(room)).filter(({ msg }) => msg.startsWith(':information_source:'));
    expect(said).toHaveLength(2);
    expect(await bodies(phone)).toEqual(['We open at eigth']);
  });

  test('editing a message that failed corrects what Send again sends', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Ida Berg');
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    const sent = await agent.send(room, 'We open at eigth');
    const card = await agent.findMessage(room, isCard);
    await agent.edit(sent, 'We open at eight');
    await workbench.idle();
    expect((await agent.messages(room)).some(({ msg }) => msg.includes('does not see this change'))).toBe(false);
    await agent.clickButton(card, 'Send again');
    await phone.receive(number, 'We open at eight');
    expect(await bodies(phone)).toEqual(['We open at eight']);
  });

  test('answering in a thread is sent like any other message', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Jan Vos');
    const asked = await agent.findMessage(room, 'Hello');
    await agent.send(room, 'In a thread', { tmid: asked._id });
    await phone.receive(number, 'In a thread');
  });

  test('attachments without a file go as the text that they say', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Kim Lee');
    const attachments = [
      { title: 'Opening hours', text: 'Eight to six' },
      { title: 'Address', text: 'Main street 1' },
    ];
    await agent.send(room, 'Here you are', { attachments });
    await phone.receive(number, 'Main street 1');
    expect(await bodies(phone)).toEqual(['Here you are\nOpening hours\nEight to six\nAddress\nMain street 1']);
  });
});

describe('in a conversation that is closed', () => {
  test('a failure is told to the agent in a direct message', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Lea Roth');
    await workbench.sim.fault('slow-answer', { ms: 1_000, on: 'send' }, { times: 1 });
    await agent.send(room, 'Good night');
    await workbench.sim.faultsStruck();
    await workbench.sim.fault('status-failed', { code: 131026 }, { times: 1 });
    await agent.close(room, 'done');
    const direct = await waitFor(async () => (await agent.rooms()).find(({ t }) => t === 'd'), {
      what: 'a direct room',
    });
    const told = await agent.findMessage(direct._id, 'Not delivered to WhatsApp');
    expect(told.msg).toContain('“Good night”');
    expect(told.msg).toContain('who has no open conversation now');
    await phone.receive(number, 'Thank you, see you soon!');
  });

  test('a closing text that is not taken is told in the setup channel', async () => {
    const { agent, room } = await conversationWith(workbench, number, 'Mia Weber');
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.close(room, 'done');
    const told = await (await workbench.as('admin')).findMessage(SETUP, NOT_DELIVERED);
    expect(told.msg).toContain('“Thank you, see you soon!”');
  });
});
