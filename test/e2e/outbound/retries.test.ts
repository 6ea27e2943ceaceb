import { connectDemoNumber, templatesRead } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { sendTicket } from '../support/templateRequests';
import { startSecondInstance } from '../support/instances/startSecondInstance';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// Messages that the app resends after 360dialog or WhatsApp failed for a while: once, in order, across restarts and instances.

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
});

afterEach(() => workbench.sim.clearFaults());
afterAll(() => workbench.stop());

const bodies = async (phone: SimulatedPhone) =>
  (await phone.received(number)).map(({ message }) => message.text?.body ?? '');

const isCard = ({ blocks }: { blocks?: unknown }) => JSON.stringify(blocks ?? []).includes('Not delivered to WhatsApp');

async function expectNoCards(agent: TestClient, room: string): Promise<void> {
  expect((await agent.messages(room)).filter(isCard)).toEqual([]);
}

/** The records of what is on its way from a room, and waits or is being sent. */
async function onTheirWay(room: string) {
  const records = (await workbench.records()).map(({ data }) => data);
  return records.filter((data) => data['kind'] === 'outbox' && data['roomId'] === room && data['told'] !== true);
}

async function untilOnTheirWay(room: string, count: number, wanted: Record<string, unknown> = {}): Promise<void> {
  const isWanted = (data: Record<string, unknown>) =>
    Object.entries(wanted).every(([name, value]) => data[name] === value);
  await waitFor(async () => (await onTheirWay(room)).filter(isWanted).length >= count, {
    what: `${count} messages ${JSON.stringify(wanted)}`,
    interval: 5,
  });
}

/** The fault, how often it strikes, and the minutes after which the message was sent. */
const faults: [kind: string, params: Record<string, string | number>, times: number, minutes: number][] = [
  ['throttled', { shape: 'text' }, 1, 1.5],
  ['error-code', { code: 130429 }, 2, 1],
  ['error-code', { code: 131056 }, 2, 1],
  ['server-error', {}, 1, 0.5],
  ['connection-reset', { when: 'before' }, 1, 0.5],
  ['connection-reset', { when: 'after' }, 1, 0.5],
  ['no-answer', {}, 1, 1],
  // The request is done after the app has given up waiting for its answer.
  ['slow-answer', { ms: 24_000 }, 1, 1],
];

/** What also comes on the oldest server, with its engine and Deno. A time-out passes in real time there. */
const QUICK = ['throttled', 'server-error', 'connection-reset'];

const goesOut = 'both messages go out, once each, in order';

async function expectToGoOut([kind, params, times, minutes]: (typeof faults)[number]): Promise<void> {
  const { phone, agent, room } = await conversationWith(workbench, number, `${kind} ${JSON.stringify(params)}`);
  await workbench.sim.fault(kind, { ...params, on: 'send' }, { times });
  await agent.send(room, 'first');
  await untilOnTheirWay(room, 1);
  await agent.send(room, 'second');
  await workbench.travel(minutes);
  await phone.receive(number, 'second');
  expect(await bodies(phone)).toEqual(['first', 'second']);
  await expectNoCards(agent, room);
  await waitFor(async () => (await onTheirWay(room)).length === 0, { what: 'nothing to be on its way' });
}

test.each(faults)(`%s %j (%i times): ${goesOut}`, async (...fault) => expectToGoOut(fault));

test('the agent sees in one line that it is tried again, and that it went out', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Line Olsen');
  const lines = () =>
    agent.ephemeral.filter(({ rid, msg }) => rid === room && /WhatsApp (is slow|has taken)/.test(msg));
  await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 2 });
  await agent.send(room, 'Is anybody there?');
  const first = await waitFor(() => lines()[0], { what: 'the line' });
  expect(first.msg).toMatch(/tries again by itself until .*: “Is anybody there\?”$/);
  await workbench.travel(4);
  await phone.receive(number, 'Is anybody there?');
  const all = await waitFor(() => lines().length > 1 && lines(), { what: 'the line to change' });
  expect(all.map(({ _id }) => _id)).toEqual([first._id, first._id]);
  expect(all[1]?.msg).toContain('WhatsApp has taken the message now');
});

test('what WhatsApp took and then failed at for the moment is sent again by itself', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Status Brown');
  await workbench.sim.fault('status-failed', { code: 131016 }, { times: 1 });
  await agent.send(room, 'Your bread is ready');
  await untilOnTheirWay(room, 1, { state: 'waiting' });
  await workbench.travel(0.5);
  await waitFor(async () => (await bodies(phone)).length === 2, { what: 'the second try' });
  await waitFor(async () => (await onTheirWay(room)).length === 0, { what: 'nothing to be on its way' });
  await expectNoCards(agent, room);
});

describe('what no agent wrote and WhatsApp failed at for the moment', () => {
  const TAKEN = 'You will not receive any more messages';

  /** The message, how often the phone has got it, and its record. */
  const kinds: [
    what: string,
    act: (of: Awaited<ReturnType<typeof conversationWith>>) => Promise<unknown>,
    isIt: (message: Record<string, unknown>) => boolean,
  ][] = [
    [
      'a template',
      ({ phone }) => sendTicket(workbench, number, phone.customer.waId ?? '', 'T-again'),
      ({ type }) => type === 'template',
    ],
    [
      'a reaction',
      async ({ agent, room }) => agent.react((await agent.findMessage(room, 'Hello'))._id, ':thumbsup:'),
      ({ type }) => type === 'reaction',
    ],
    [
      'a text of the app',
      ({ phone }) => phone.say(number, 'STOP'),
      ({ text }) => JSON.stringify(text ?? '').includes(TAKEN),
    ],
  ];

  test.each(kinds)('%s is sent again by itself, once, and no card is left', async (what, act, isIt) => {
    const conversation = await conversationWith(workbench, number, `Again ${what}`);
    const { phone, agent, room } = conversation;
    await templatesRead(workbench);
    await workbench.sim.clearRequests();
    await workbench.sim.fault('status-failed', { code: 131016 }, { times: 1 });
    await act(conversation);
    await untilOnTheirWay(room, 1, { state: 'waiting' });
    const sends = async () =>
      (await workbench.sim.sends()).filter(
        ({ requestBody }) => requestBody?.['to'] === phone.customer.waId && isIt(requestBody ?? {}),
      );
    expect(await sends()).toHaveLength(1);
    await workbench.travel(2);
    await waitFor(async () => (await sends()).length === 2, { what: 'the second try' });
    await waitFor(async () => (await onTheirWay(room)).length === 0, { what: 'nothing to be on its way' });
    await workbench.travel(2);
    expect(await sends()).toHaveLength(2);
    await expectNoCards(agent, room);
  });

  test('a template is not sent again when the customer wants no messages by then', async () => {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Stop Miller');
    await templatesRead(workbench);
    await workbench.sim.fault('status-failed', { code: 131016 }, { times: 1 });
    await sendTicket(workbench, number, phone.customer.waId ?? '', 'T-stop');
    await untilOnTheirWay(room, 1, { state: 'waiting' });
    await phone.say(number, 'STOP');
    // The answer waits for its turn behind the template.
    await workbench.travel(0.5);
    await phone.receive(number, ({ message }) => JSON.stringify(message).includes(TAKEN));
    const card = await agent.findMessage(room, isCard);
    expect(JSON.stringify(card.blocks)).toContain('wants no messages');
    expect((await phone.received(number)).filter(({ message }) => message.type === 'template')).toHaveLength(1);
  });
});

test('what waits is not sent any more when the customer wants no messages by then', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Stop Jones');
  await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 1 });
  await agent.send(room, 'One more offer');
  await untilOnTheirWay(room, 1, { state: 'waiting' });
  await phone.say(number, 'STOP');
  await waitFor(async () => (await workbench.records()).some(({ data }) => data['kind'] === 'opt-out'), {
    what: 'the wish to be noted',
  });
  await workbench.travel(2);
  const card = await agent.findMessage(room, isCard);
  expect(JSON.stringify(card.blocks)).toContain('wants no messages');
  expect((await bodies(phone)).filter((body) => body === 'One more offer')).toEqual([]);
});

test('what waits goes out as it was edited meanwhile, and not at all when it was deleted', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Second Thoughts');
  await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 1 });
  const edited = await agent.send(room, 'We open at eigth');
  await untilOnTheirWay(room, 1, { state: 'waiting' });
  const deleted = await agent.send(room, 'Not for you');
  await agent.send(room, 'See you');
  await untilOnTheirWay(room, 3, { state: 'waiting' });
  await agent.edit(edited, 'We open at eight');
  await agent.remove(deleted);
  await workbench.travel(2);
  await phone.receive(number, 'See you');
  expect(await bodies(phone)).toEqual(['We open at eight', 'See you']);
  await expectNoCards(agent, room);
});

test('with two instances what waits goes out once and in order, though both find it due', async () => {
  const second = await startSecondInstance(workbench);
  try {
    const { phone, agent, room } = await conversationWith(workbench, number, 'Two Instances');
    await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 3 });
    const written = Array.from({ length: 6 }, (_, index) => `Message ${index}`);
    for (const text of written) await agent.send(room, text);
    await untilOnTheirWay(room, 6, { state: 'waiting' });
    // The job of each instance comes by once a minute.
    for (let minute = 0; minute < 9; minute += 1) await workbench.travel(1);
    await phone.receive(number, 'Message 5');
    expect(await bodies(phone)).toEqual(written);
    await expectNoCards(agent, room);
  } finally {
    await second.stop();
  }
});

test('what waited goes on after a power cut, in order, before what is written then', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Power Cut');
  await workbench.sim.fault('throttled', { shape: 'error', on: 'send' }, { times: 1 });
  await agent.send(room, 'first');
  await agent.send(room, 'second');
  await untilOnTheirWay(room, 2, { state: 'waiting' });
  await workbench.kill();
  await workbench.restart();
  const again = await workbench.as(agent.username);
  await again.send(room, 'third');
  await untilOnTheirWay(room, 3, { state: 'waiting' });
  await workbench.travel(2);
  await phone.receive(number, 'third');
  expect(await bodies(phone)).toEqual(['first', 'second', 'third']);
  await expectNoCards(again, room);
});

const isTold = 'within half a minute it is told, and what waited behind it is sent';

async function expectToBeTold(): Promise<void> {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Cut Inside');
  await workbench.sim.fault('no-answer', { ms: 60_000, on: 'send' }, { times: 1 });
  await agent.send(room, 'first');
  await untilOnTheirWay(room, 1, { state: 'sending' });
  await agent.send(room, 'second');
  // It waits for its turn, and is written down after some seconds.
  await untilOnTheirWay(room, 2);
  await workbench.kill();
  await workbench.restart();
  await workbench.sim.clearFaults();
  await workbench.travel(0.5);
  const again = await workbench.as(agent.username);
  const card = await again.findMessage(room, isCard);
  expect(JSON.stringify(card.blocks)).toContain('The app was stopped while this message was on its way');
  expect(JSON.stringify(card.blocks)).toContain('“first”');
  await phone.receive(number, 'second');
  expect(await bodies(phone)).toEqual(['second']);
  await again.clickButton(card, 'Send again');
  await phone.receive(number, 'first');
  expect(await bodies(phone)).toEqual(['second', 'first']);
}

test(`a power cut while one is on its way: ${isTold}`, expectToBeTold);

test('a power cut while a message goes that waited for its customer: it is told once, and its button sends it once', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Kept Inside');
  const shows = (button: string) => (message: WireMessage) =>
    message.msg.includes('Your keys are here') && JSON.stringify(message.blocks ?? []).includes(button);
  // WhatsApp tells whole seconds: what the customer wrote in the second of the card would count as their answer.
  await workbench.travel(0.1);
  await workbench.sim.fault('error-code', { code: 131047, on: 'send' }, { times: 1 });
  await agent.send(room, 'Your keys are here');
  await agent.clickButton(await agent.findMessage(room, shows('Send when they answer')), 'Send when they answer');
  await agent.findMessage(room, shows('Do not send'));
  await workbench.travel(0.1);
  await workbench.sim.fault('no-answer', { ms: 60_000, on: 'send' }, { times: 1 });
  await phone.say(number, 'Are they there?');
  await untilOnTheirWay(room, 1, { state: 'sending' });
  await workbench.kill();
  await workbench.restart();
  await workbench.sim.clearFaults();
  // The sweep comes by as well, three minutes later.
  await workbench.travel(6);
  const again = await workbench.as(agent.username);
  const isTold = (message: WireMessage) => isCard(message) && message.msg.includes('Your keys are here');
  const card = await again.findMessage(room, isTold);
  expect(card.msg).toContain('The app was stopped while this message was on its way');
  expect((await again.messages(room)).filter(isTold)).toHaveLength(1);
  expect((await workbench.records()).filter(({ data }) => data['kind'] === 'kept' && data['roomId'] === room)).toEqual(
    [],
  );
  await again.clickButton(card, 'Send again');
  await phone.receive(number, 'Your keys are here');
  await again.send(room, 'That was all');
  await phone.receive(number, 'That was all');
  expect(await bodies(phone)).toEqual(['Your keys are here', 'That was all']);
});

describe('on Rocket.Chat 7.8', () => {
  let current: TestWorkbench;

  beforeAll(async () => {
    current = workbench;
    workbench = await startTestWorkbench({ durable: true, server: '7.8' });
    await connectDemoNumber(workbench);
  });

  afterAll(async () => {
    await workbench.stop();
    workbench = current;
  });

  test.each(faults.filter(([kind]) => QUICK.includes(kind)))(`%s %j (%i times): ${goesOut}`, async (...fault) =>
    expectToGoOut(fault),
  );

  test(`a power cut while one is on its way: ${isTold}`, expectToBeTold);
});
