import { join } from 'node:path';
import { createObjectId } from '../../../workbench/src/store/createId';
import { openStore } from '../../../workbench/src/store/Store';
import { openConnectModal, SETUP } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { cutPower } from '../support/instances/durableStore';
import { runJobs, settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';
import type { WireMessage } from '../support/clients/WireDocuments';

// A power cut in the worst moments. Each test kills the whole workbench (SIGKILL): app, server, sandbox and simulator.

type Conversation = Awaited<ReturnType<typeof conversationWith>>;

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = workbench.demo.phoneNumber.replace(/\D/g, '');
});

afterAll(() => workbench.stop());

async function sweep(): Promise<void> {
  await runJobs(workbench, 'every-minute');
  await workbench.idle();
}

async function recordsOf(kind: string) {
  return (await workbench.records()).filter(({ data }) => data.kind === kind);
}

test('the setup dialogue goes on where it was, and a modal that was open can still be submitted', async () => {
  await (await workbench.as('admin')).findMessage(SETUP, 'Do you currently have a 360Dialog account?');
  await cutPower(workbench);
  const { modal } = await openConnectModal(workbench);
  await modal.fill('API Key *', workbench.demo.apiKey);
  await cutPower(workbench);
  await modal.fill('Phone Number *', workbench.demo.phoneNumber);
  await modal.submit();
  await (await workbench.as('admin')).findMessage(SETUP, 'Your WhatsApp number is now connected!');
});

test('customers’ messages that were on their way all arrive, none of them twice', async () => {
  const names = ['Ana Souza', 'Ben Okafor', 'Cleo Martin'];
  const phones = await Promise.all(names.map((name) => workbench.sim.customer({ name })));
  for (const phone of phones) {
    await phone.say(number, 'Hello');
    await conversationOf(workbench, phone.customer.name ?? '');
  }
  const delivered = async () => (await workbench.sim.deliveries()).filter(({ state }) => state === 'delivered').length;
  const before = await delivered();
  const message = { type: 'text', text: { body: 'Number {n}' } };
  await Promise.all(phones.map((phone) => phone.send(number, message, { count: 30 })));
  await waitFor(async () => (await delivered()) > before + 20, {
    interval: 1,
    what: 'some of the messages to be delivered',
  });
  await cutPower(workbench);
  await settle(workbench);
  await sweep();
  // Webhooks that were repeated meanwhile are recognised, and their records are deleted.
  await cutPower(workbench);
  await sweep();

  for (const name of names) {
    const { agent, room } = await conversationOf(workbench, name);
    const rooms = (await (await workbench.as('manager')).conversations(true)).filter(({ v }) => v?.name === name);
    expect(rooms).toHaveLength(1);
    const texts = (await agent.messages(room._id)).map(({ msg }) => msg).filter((msg) => msg.startsWith('Number'));
    expect(texts.sort()).toEqual(Array.from({ length: 30 }, (_, index) => `Number ${index + 1}`).sort());
  }
  expect(await recordsOf('inbox')).toEqual([]);
});

test('what happened while no conversation was open, and what was told in an open one, is told once', async () => {
  const echo = (body: string) => ({ type: 'echo', message: { type: 'text', text: { body } } });
  const phones = await Promise.all(['Dario Neri', 'Elif Kaya'].map((name) => workbench.sim.customer({ name })));
  const [dario, elif] = phones;
  await elif?.say(number, 'Hello');
  await conversationOf(workbench, 'Elif Kaya');
  await workbench.idle();
  const bodies = Array.from({ length: 15 }, (_, index) => `echo ${index + 1}!`);
  await Promise.all(bodies.flatMap((body) => phones.map((phone) => phone.send(number, echo(body)))));
  await waitFor(async () => (await recordsOf('untold')).length > 3, { interval: 1, what: 'some of it to be kept' });
  await cutPower(workbench);
  await settle(workbench);
  await sweep();
  await dario?.say(number, 'Hello');
  await conversationOf(workbench, 'Dario Neri');
  await cutPower(workbench);
  await settle(workbench);
  await sweep();

  for (const name of ['Dario Neri', 'Elif Kaya']) {
    const { agent, room } = await conversationOf(workbench, name);
    const said = (await agent.messages(room._id)).map(({ msg }) => msg).join('\n');
    expect({ name, told: said.match(/echo \d+!/g)?.sort() }).toEqual({ name, told: [...bodies].sort() });
  }
});

test('answers that were on their way went out once, or the agent is told that they may not have', async () => {
  const names = ['Fatma Idris', 'Gil Amado', 'Hana Ito', 'Ivo Petrov'];
  const phones = await Promise.all(names.map((name) => workbench.sim.customer({ name })));
  for (const phone of phones) {
    await phone.say(number, 'Hello');
    const { agent, room } = await conversationOf(workbench, phone.customer.name ?? '');
    await workbench.sim.fault('slow-answer', { ms: 300, on: 'send' }, { times: 1 });
    const { _id } = await agent.send(room._id, `An answer to ${phone.customer.name ?? ''}`);
    // Before this the app has not heard of it: Rocket.Chat tells apps of a message after it is stored.
    await waitFor(async () => (await workbench.records()).some(({ data }) => data.messageId === _id), { interval: 1 });
  }
  await waitFor(() => Promise.any(phones.map((phone) => phone.receive(number, 'An answer', { interval: 1 }))));
  await cutPower(workbench);
  await Promise.all(phones.map((phone) => phone.open(number)));
  await settle(workbench);
  await sweep();

  for (const phone of phones) {
    const { name = '' } = phone.customer;
    const { agent, room } = await conversationOf(workbench, name);
    const said = (await agent.messages(room._id)).filter(({ msg }) => msg.includes('An answer to'));
    const cards = said.filter(({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
    const shown = await phone.received(number);
    expect({ name, shown: shown.length, cards: cards.length }).toEqual({
      name,
      shown: expect.any(Number),
      cards: 1 - shown.length,
    });
  }
  // Uncertain messages are kept, because a status may still show their fate.
  expect((await recordsOf('outbox')).filter(({ data }) => data.told !== true)).toEqual([]);
});

test('of an answer that nobody knows to have arrived the agent is told, and may send it again', async () => {
  const { phone, agent, room } = await conversationWith(workbench, number, 'Jonas Weber');
  await workbench.sim.fault('no-answer', { ms: 20_000, on: 'send' });
  const { _id } = await agent.send(room, 'We open at eight');
  await waitFor(async () => (await recordsOf('outbox')).some(({ data }) => data.messageId === _id), {
    what: 'the answer to be on its way',
  });
  await cutPower(workbench);
  await workbench.sim.clearFaults();
  await sweep();

  expect(await phone.received(number)).toEqual([]);
  const again = await workbench.as(agent.username);
  const card = await again.findMessage(room, ({ blocks }) => JSON.stringify(blocks ?? []).includes('Send again'));
  expect(JSON.stringify(card)).toContain('We open at eight');
  await again.clickButton(card, 'Send again');
  await phone.receive(number, 'We open at eight');
  await workbench.idle();
  expect(await phone.received(number)).toHaveLength(1);
});

describe('after a restart', () => {
  let lena: Conversation;
  let max: Conversation;

  /** A customer for whom a message waits. */
  async function waiting(name: string, text: string): Promise<Conversation> {
    const of = await conversationWith(workbench, number, name);
    // WhatsApp tells whole seconds: what the customer wrote in the second of the card would count as their answer.
    await workbench.travel(0.1);
    await workbench.sim.fault('error-code', { code: 131047, on: 'send' }, { times: 1 });
    await of.agent.send(of.room, text);
    const shows = (button: string) => (message: WireMessage) =>
      message.msg.includes(text) && JSON.stringify(message.blocks ?? []).includes(button);
    const card = await of.agent.findMessage(of.room, shows('Send when they answer'));
    await of.agent.clickButton(card, 'Send when they answer');
    await of.agent.findMessage(of.room, shows('Do not send'));
    return of;
  }

  const bodiesOn = async ({ phone }: Conversation) =>
    (await phone.received(number)).map(({ message }) => message.text?.body);

  beforeAll(async () => {
    lena = await waiting('Lena Roth', 'Your keys are here');
    max = await waiting('Max Voss', 'Your coat is here');
    const store = openStore({ file: join(workbench.dataDir, 'workspace.sqlite') });
    const fieldsOf = (data: object) => data as Record<string, unknown>;
    const keptOf = (name: string) =>
      store.records
        .where('1')
        .find(({ data }) => fieldsOf(data)['kind'] === 'kept' && JSON.stringify(data).includes(name));
    const maxsKept = keptOf(max.room);
    const lenasKept = keptOf(lena.room);
    await workbench.travel(0.1);
    await max.phone.say(number, 'Is it there?');
    await max.phone.receive(number, 'Your coat is here');
    await max.agent.findMessage(max.room, 'was sent to them now');
    await workbench.idle();
    const { now: at } = await workbench.sim.state();
    await workbench.kill();
    if (!maxsKept || !lenasKept) throw new Error('nothing waits');
    // The power went before the first record of the one, and before the other one was taken off the list.
    const { messageId, number: digits, customer } = fieldsOf(lenasKept.data);
    const entry = 'taken-up-before-the-cut';
    const minute = new Date(at).toISOString().slice(0, 16);
    const intent = { entry, minute, kind: 'outbox', number: digits, customer, roomId: lena.room, messageId, at };
    const misc = (ids: string[]) => ids.map((id) => ({ model: 'misc', id }));
    const filed = [`entry:${entry}`, `minute:${minute}`, `about:${String(messageId)}`];
    const { appId } = lenasKept;
    store.records.create(appId, misc(filed), { ...intent, about: messageId });
    store.records.create(appId, maxsKept.associations, maxsKept.data);
    const { jobs, close } = store;
    // Twelve letters pass for an id where jobs are cancelled: that one cannot be cancelled by its name.
    for (const id of ['sweep', 'release-held']) {
      const name = `${id}_${workbench.appId}`;
      const more = { appId: workbench.appId, interval: '1 minute', data: {}, nextRunAt: new Date() };
      jobs.put({ _id: createObjectId(), name, kind: 'recurring', ...more });
    }
    close();
    await workbench.restart();
  });

  test('a number stays connected, and nothing is asked again', async () => {
    const admin = await workbench.as('admin');
    const said = await admin.messages(SETUP);
    expect(said.filter(({ msg }) => msg.includes('Do you currently have a 360Dialog account?'))).toHaveLength(1);
    const card = await admin.findMessage(SETUP, 'Your WhatsApp number is now connected!');
    await admin.clickButton(card, 'Edit');
    expect(admin.modal.isOpen).toBe(true);
    const phone = await workbench.sim.customer({ name: 'Kofi Mensah' });
    await phone.say(number, 'Still there?');
    const { agent, room } = await conversationOf(workbench, 'Kofi Mensah');
    await agent.send(room._id, 'Always.');
    await phone.receive(number, 'Always.');
  });

  test('what was to be sent when the customer answers is not lost by a cut before its first record', async () => {
    await workbench.travel(5);
    await lena.phone.say(number, 'Are they there?');
    await lena.phone.receive(number, 'Your keys are here');
    const agent = await workbench.as(lena.agent.username);
    await agent.findMessage(lena.room, 'was sent to them now: “Your keys are here”');
    await agent.send(lena.room, 'That was all');
    await lena.phone.receive(number, 'That was all');
    expect(await bodiesOn(lena)).toEqual(['Your keys are here', 'That was all']);
    expect(JSON.stringify(await agent.messages(lena.room))).not.toContain('Send again');
  });

  test('nor is it sent twice after a cut between its answer and the end of its waiting', async () => {
    await max.phone.say(number, 'Thank you');
    const agent = await workbench.as(max.agent.username);
    await agent.findMessage(max.room, 'Thank you');
    await agent.send(max.room, 'That was all');
    await max.phone.receive(number, 'That was all');
    expect(await bodiesOn(max)).toEqual(['Your coat is here', 'That was all']);
    await waitFor(async () => (await recordsOf('kept')).length === 0, { what: 'nothing to wait any more' });
  });

  test('what an earlier version of the app had scheduled ends by itself', async () => {
    await workbench.travel(1);
    const { http } = await workbench.as('admin');
    const jobs = await http.get<{ processorId: string }[]>('/api/workbench/app/jobs');
    const ids = jobs.map(({ processorId }) => processorId);
    expect(ids).toContain('every-minute');
    expect(ids).not.toEqual(expect.arrayContaining(['sweep']));
    expect(ids).not.toEqual(expect.arrayContaining(['release-held']));
  });
});
