import { connectDemoNumber, SETUP, templatesRead } from '../support/connectDemoNumber';
import { conversationWith } from '../support/conversationWith';
import { sendTicket } from '../support/templateRequests';
import { settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestClient } from '../support/clients/TestClient';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { textsOf } from '../support/ui/blocks';
import { waitFor } from '../support/waitFor';
import { webhookOf } from '../support/webhookBodies';
import { openBehind, withRoles } from '../support/instances/durableStore';
import type { WireMessage } from '../support/clients/WireDocuments';

// The delivery status that agents see. Each test sends the statuses itself, in its own order.

type Conversation = Awaited<ReturnType<typeof conversationWith>>;

/** A message of an agent and the WhatsApp message that it became. */
interface Sent {
  message: WireMessage;
  wamid: string;
}

/** WhatsApp's time of every status here. */
const NOON = Date.UTC(2026, 4, 20, 12, 0);

let workbench: TestWorkbench;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  await workbench.sim.fault('status-dropped', { which: 'all' });
});

afterAll(() => workbench.stop());

async function send({ agent, phone, room }: Conversation, text: string): Promise<Sent> {
  const message = await agent.send(room, text);
  const { wamid } = await phone.receive(number, text);
  await workbench.idle();
  return { message, wamid };
}

/** Lets WhatsApp tell what became of a message; resolves when the app has shown what it shows of it. */
async function tell({ phone }: Conversation, { wamid }: Sent, status: string, more: object = {}): Promise<void> {
  const item = { id: wamid, status, timestamp: String(NOON / 1_000), recipient_id: phone.customer.waId, ...more };
  await workbench.sim.webhook(number, await webhookOf(workbench.sim, number, { statuses: [item] }));
  await settle(workbench);
  // The line moves once a second.
  await workbench.travel(1 / 30);
}

/** The line of a conversation as somebody's client shows it: what it says, and after which message it stands. */
async function lineOf(
  { agent, room }: Conversation,
  client = agent,
): Promise<{ says: string; below: string } | undefined> {
  const [line, ...more] = client.onlyForMe(room).filter(({ _id }) => _id.includes('delivery'));
  expect(more).toEqual([]);
  if (!line) return undefined;
  const manager = await workbench.as('manager');
  // A message that was read stays where it was written, whatever came after it.
  const before = (await manager.messages(room)).filter(({ ts }) => ts < line.ts).at(-1);
  return { says: textsOf(line.blocks ?? []).join(' '), below: before?.msg ?? '' };
}

describe('the line below an agent’s newest message', () => {
  test('tells that it was delivered, read and played, and nothing of what WhatsApp only took', async () => {
    const ana = await conversationWith(workbench, number, 'Ana Souza');
    const sent = await send(ana, 'Your order is on its way');
    await tell(ana, sent, 'sent');
    expect(await lineOf(ana)).toBeUndefined();
    for (const word of ['Delivered', 'Read', 'Played']) {
      await tell(ana, sent, word.toLowerCase());
      expect(await lineOf(ana)).toEqual({ says: expect.stringContaining(word), below: 'Your order is on its way' });
    }
  });

  test('leaves what is unread, and the place of the conversation in the list, as they are', async () => {
    const una = await conversationWith(workbench, number, 'Una Berg');
    const sent = await send(una, 'Is this unread?');
    await una.phone.say(number, 'This is unread');
    await una.agent.findMessage(una.room, 'This is unread');
    await settle(workbench);
    const { store } = openBehind(workbench, workbench.dataDir);
    const marks = () => ({
      unread: store.subscriptions.where('rid = ?', una.room).map(({ username, unread }) => [username, unread]),
      lastMessage: store.rooms.get(una.room)?.lm,
    });
    const before = marks();
    expect(before).toEqual({ unread: [[una.agent.username, 1]], lastMessage: expect.any(Date) });
    await tell(una, sent, 'delivered');
    await tell(una, sent, 'read');
    expect(await lineOf(una)).toMatchObject({ says: expect.stringContaining('Read') });
    expect(marks()).toEqual(before);
    store.close();
  });

  test('moves to the newest message of which there is news, and never back', async () => {
    const ben = await conversationWith(workbench, number, 'Ben Okafor');
    const first = await send(ben, 'The first one');
    await tell(ben, first, 'delivered');
    const second = await send(ben, 'The second one');
    await ben.phone.say(number, 'Thank you');
    await ben.agent.findMessage(ben.room, 'Thank you');
    expect(await lineOf(ben)).toMatchObject({ below: 'The first one' });
    await tell(ben, second, 'read');
    const there = { says: expect.stringContaining('Read'), below: 'The second one' };
    expect(await lineOf(ben)).toEqual(there);
    for (const [of, status] of [
      [first, 'read'],
      [second, 'delivered'],
      [second, 'read'],
      [second, 'sent'],
    ] as const) {
      await tell(ben, of, status);
      expect(await lineOf(ben)).toEqual(there);
    }
  });

  test('is of a message that failed as well, which a late “sent” does not revive', async () => {
    const cleo = await conversationWith(workbench, number, 'Cleo Martin');
    const sent = await send(cleo, 'This one fails');
    await tell(cleo, sent, 'failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] });
    await cleo.agent.findMessage(cleo.room, 'Not delivered to WhatsApp');
    await tell(cleo, sent, 'sent');
    expect(await lineOf(cleo)).toEqual({ says: expect.stringContaining('Not delivered'), below: 'This one fails' });
  });

  test('tells that a message which failed got there when it was sent again', async () => {
    const nils = await conversationWith(workbench, number, 'Nils Falk');
    const text = 'Only after a payment';
    const sent = await send(nils, text);
    await tell(nils, sent, 'failed', { errors: [{ code: 131042, title: 'Payment issue' }] });
    expect(await lineOf(nils)).toEqual({ says: expect.stringContaining('Not delivered'), below: text });
    const card = await nils.agent.findMessage(nils.room, 'Not delivered to WhatsApp');
    await nils.agent.clickButton(card, 'Send again');
    const again = await waitFor(async () => (await nils.phone.received(number)).at(1), { what: 'the second try' });
    await workbench.idle();
    await tell(nils, { ...sent, wamid: again.wamid }, 'delivered');
    expect(await lineOf(nils)).toEqual({ says: expect.stringContaining('Delivered'), below: text });
  });

  test('finds its message by a status that names the customer by their user id alone', async () => {
    const dora = await conversationWith(workbench, number, 'Dora Petrov');
    const sent = await send(dora, 'By your name here');
    await tell(dora, sent, 'read', { recipient_id: undefined, recipient_user_id: 'BR.13491208655302741918' });
    expect(await lineOf(dora)).toMatchObject({ below: 'By your name here' });
  });

  test('waits for the last piece of a long message', async () => {
    const emre = await conversationWith(workbench, number, 'Emre Kaya');
    const text = `A long story. ${'a'.repeat(4_000)} ${'b'.repeat(500)}`;
    const message = await emre.agent.send(emre.room, text);
    const pieces = await waitFor(async () => {
      const received = await emre.phone.received(number);
      return received.length === 2 && received.map(({ wamid }) => ({ message, wamid }));
    });
    await workbench.idle();
    await tell(emre, pieces[1] as Sent, 'delivered');
    expect(await lineOf(emre)).toBeUndefined();
    await tell(emre, pieces[0] as Sent, 'read');
    expect(await lineOf(emre)).toEqual({
      says: expect.stringContaining('Delivered'),
      below: expect.stringContaining('A long story'),
    });
  });

  test('is shown to who serves the conversation now and to who wrote, and to nobody else', async () => {
    const finn = await conversationWith(workbench, number, 'Finn Berg');
    const manager = await workbench.as('manager');
    const other = await workbench.as(finn.agent.username === 'agent1' ? 'agent2' : 'agent1');
    const sent = await send(finn, 'I hand you over');
    await tell(finn, sent, 'delivered');
    expect(await lineOf(finn, other)).toBeUndefined();
    await finn.agent.http.post('/api/v1/livechat/room.forward', { roomId: finn.room, userId: other.userId });
    await workbench.idle();
    await tell(finn, sent, 'read');
    expect(await lineOf(finn)).toMatchObject({ below: 'I hand you over' });
    expect((await lineOf(finn, other))?.says).toContain('Read');
    expect(await lineOf(finn, manager)).toBeUndefined();
  });

  test.each([
    ['failures', ['failed']],
    ['off', []],
  ])('with the setting on “%s” tells of %j only', async (setting, told) => {
    const name = `Gita ${setting}`;
    const gita = await conversationWith(workbench, number, name);
    await workbench.setSettings({ delivery_ticks: setting });
    try {
      for (const status of ['read', 'failed']) {
        const sent = await send(gita, `Will be ${status}`);
        await tell(gita, sent, status, status === 'failed' ? { errors: [{ code: 131026 }] } : {});
        expect([status, (await lineOf(gita))?.below]).toEqual([
          status,
          told.includes(status) ? `Will be ${status}` : undefined,
        ]);
      }
      await gita.agent.findMessage(gita.room, 'Not delivered to WhatsApp');
    } finally {
      await workbench.setSettings({ delivery_ticks: 'all' });
    }
  });
});

describe('“WhatsApp status”', () => {
  let ivy: Conversation;
  let read: Sent;

  beforeAll(async () => {
    ivy = await conversationWith(workbench, number, 'Ivy Chen');
    const { agent, room, phone } = ivy;
    read = await send(ivy, 'Your table is *free* at eight');
    await tell(ivy, read, 'sent');
    await tell(ivy, read, 'delivered');
    await tell(ivy, read, 'read');
    const failed = await send(ivy, 'This one fails later');
    await tell(ivy, failed, 'failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] });
    await workbench.sim.fault('error-code', { code: 131026, on: 'send' }, { times: 1 });
    await agent.send(room, 'This one is refused');
    await workbench.sim.faultsStruck();
    await agent.send(room, `Long: ${'a'.repeat(4_000)} ${'b'.repeat(500)}`);
    await phone.receive(number, 'bbb');
    await phone.say(number, 'Thank you');
    await agent.findMessage(room, 'Thank you');
    // Beyond the time in which a message may be on its way.
    await workbench.travel(1);
  });

  /** The texts of the window, block by block. */
  function shown(client: TestClient): string[] {
    expect(client.modal.title).toBe('WhatsApp status');
    const texts = client.modal.view.blocks.map((block) => textsOf([block]).join(' | '));
    return texts.filter((text) => text !== '');
  }

  test('of a message tells every state with its time', async () => {
    await ivy.agent.pressMessageAction('message-status', read.message);
    const [says, times] = shown(ivy.agent);
    expect(says).toContain('Your table is');
    expect(says).toContain(':white_check_mark: Read');
    expect(times).toMatch(/Accepted by WhatsApp .* · Sent May 20.*12:00.* · Delivered .*12:00.* · Read .*12:00/);
  });

  test('of a conversation tells of its last messages, newest first, piece by piece, with plain reasons', async () => {
    await ivy.agent.pressRoomAction('room-status', ivy.room);
    const text = shown(ivy.agent).join('\n');
    const order = ['Long: aaa', 'Part 1', 'Part 2', 'This one is refused', 'This one fails later', 'Your table is'];
    const places = order.map((part) => text.indexOf(part));
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
    expect(text).toMatch(/This one fails later.*\n.*Not delivered\nWhatsApp could not deliver this/);
    expect(text).toMatch(
      /This one is refused.*\n.*Not sent\nWhatsApp could not deliver this.*\(WhatsApp code 131026\)/,
    );
    expect(text).not.toContain('Thank you');
  });

  test('of a message that is refused tells at once why, and nothing of that any more when it was sent again', async () => {
    const juan = await conversationWith(workbench, number, 'Juan Prado');
    await workbench.sim.fault('error-code', { code: 131042, on: 'send' }, { times: 1 });
    const message = await juan.agent.send(juan.room, 'Only after a payment');
    const card = await juan.agent.findMessage(juan.room, 'Not delivered to WhatsApp');
    await workbench.idle();
    await juan.agent.pressMessageAction('message-status', message);
    expect(shown(juan.agent).join('\n')).toMatch(/Not sent\n.*payment.*\(WhatsApp code 131042\)\n.*Not sent/);
    await juan.agent.clickButton(card, 'Send again');
    await juan.phone.receive(number, 'Only after a payment');
    await workbench.idle();
    await juan.agent.pressMessageAction('message-status', message);
    expect(shown(juan.agent).join('\n')).toContain('Accepted by WhatsApp');
    expect(shown(juan.agent).join('\n')).not.toContain('Not sent');
  });

  test('tells of templates and of the app’s own texts, named as such, and why one was refused', async () => {
    const kira = await conversationWith(workbench, number, 'Kira Lund');
    const waId = kira.phone.customer.waId ?? '';
    await templatesRead(workbench);
    await sendTicket(workbench, number, waId, 'T-kira');
    await kira.phone.receive(number, ({ message }) => message.type === 'template');
    const template = await kira.agent.findMessage(kira.room, 'T-kira');
    await kira.phone.say(number, 'STOP');
    await kira.phone.receive(
      number,
      'You will not receive any more messages from us. If you change your mind, write START.',
    );
    await sendTicket(workbench, number, waId, 'T-refused');
    await workbench.idle();
    await kira.agent.pressRoomAction('room-status', kira.room);
    expect(shown(kira.agent).join('\n')).toMatch(
      /Template ticket\\?_update\n.*T-refused.*\n.*Not sent\n.*wants no messages(.|\n)*Sent by the app itself\n.*You will not(.|\n)*Accepted(.|\n)*Template ticket\\?_update\n.*T-kira(.|\n)*Accepted/,
    );
    await kira.agent.pressMessageAction('message-status', template);
    expect(shown(kira.agent).join('\n')).toMatch(/Template(.|\n)*T-kira(.|\n)*Accepted by WhatsApp/);
  });

  test('of a customer’s message says that there is nothing to tell', async () => {
    const theirs = await ivy.agent.findMessage(ivy.room, 'Thank you');
    await ivy.agent.pressMessageAction('message-status', theirs);
    expect(shown(ivy.agent).join()).toContain('did not go to the customer');
  });

  test('stands in the menus of conversations and their messages, also after the app was off', async () => {
    const { http } = await workbench.as('admin');
    for (const action of ['disable', 'enable']) {
      await http.post(`/api/workbench/app/${action}`);
    }
    const buttons = await http.get<{ appId: string; labelI18n: string }[]>('/api/apps/actionButtons');
    const shared = { appId: workbench.appId, labelI18n: 'whatsapp_status', when: { roomTypes: ['livechat'] } };
    expect(buttons.filter(({ labelI18n }) => labelI18n === 'whatsapp_status')).toEqual([
      { ...shared, actionId: 'room-status', context: 'roomAction' },
      { ...shared, actionId: 'message-status', context: 'messageAction' },
    ]);
  });
});

test('the line does not move back to an older message after a restart either', async () => {
  const nora = await conversationWith(workbench, number, 'Nora Quist');
  const first = await send(nora, 'Before the restart');
  const second = await send(nora, 'The last one before it');
  await tell(nora, second, 'delivered');
  expect(await lineOf(nora)).toMatchObject({ below: 'The last one before it' });
  await workbench.restart();
  const after = { ...nora, agent: await workbench.as(nora.agent.username) };
  await tell(after, first, 'read');
  expect(await lineOf(after)).toBeUndefined();
  await tell(after, second, 'read');
  expect(await lineOf(after)).toEqual({ says: expect.stringContaining('Read'), below: 'The last one before it' });
});

describe('who may ask for “WhatsApp status”', () => {
  let here: Conversation;
  let there: Conversation;
  let answer: WireMessage;

  beforeAll(async () => {
    here = await conversationWith(workbench, number, 'Hana Sato');
    there = await conversationWith(workbench, number, 'Iris Blum');
    expect(there.agent.username).not.toBe(here.agent.username);
    answer = await here.agent.send(here.room, 'Only for this conversation');
    await here.phone.receive(number, 'Only for this conversation');
  });

  /** The answer to a press on the button of a menu. */
  async function read(client: TestClient, what: { rid?: string; mid?: string }): Promise<string> {
    const [actionId, context] = what.mid ? ['message-status', 'messageAction'] : ['room-status', 'roomAction'];
    await client.screen.interact(workbench.appId, { type: 'actionButton', actionId, ...what, payload: { context } });
    return client.modal.texts.join('\n');
  }

  const AGENT = ['user', 'livechat-agent'];

  test.each<[string, () => [TestClient, string[]], boolean]>([
    ['the agent who serves it is told', () => [here.agent, AGENT], true],
    ['an agent of another conversation is not told', () => [there.agent, AGENT], false],
    ['a monitor is told', () => [there.agent, ['user', 'livechat-monitor']], true],
    ['a manager is told', () => [there.agent, ['user', 'livechat-manager']], true],
    ['somebody without a role in Omnichannel is not told', () => [there.agent, ['user']], false],
  ])('asked for by %s', async (_who, somebody, isTold) => {
    const [client, roles] = somebody();
    const { room: rid } = here;
    await withRoles(workbench, client.username, roles, async () => {
      for (const text of [await read(client, { rid }), await read(client, { rid, mid: answer._id })]) {
        expect(text.includes('Only for this conversation')).toBe(isTold);
        expect(text.includes('Only those who may see this conversation')).toBe(!isTold);
      }
    });
  });

  test('is of the room of its message, whatever room the press names', async () => {
    const text = await read(there.agent, { rid: there.room, mid: answer._id });
    expect(text).toContain('Only those who may see this conversation');
    expect(await read(there.agent, { rid: there.room, mid: 'gone' })).toContain('did not go to the customer');
  });

  test('is not told in a room that is no conversation of the app', async () => {
    const admin = await workbench.as('admin');
    const { _id: rid } = await admin.room(SETUP);
    expect(await read(admin, { rid })).toContain('not a conversation of this app');
  });

  test('is told while a conversation waits in the queue, and when it is closed', async () => {
    const { room: rid, agent } = here;
    await agent.close(rid, 'Done');
    for (const client of [agent, await workbench.as('manager')]) {
      expect(await read(client, { rid })).toContain('Only for this conversation');
    }
    expect(await read(there.agent, { rid })).toContain('Only those who may see this conversation');
    await workbench.setServerSetting('Livechat_Routing_Method', 'Manual_Selection');
    const cleo = await workbench.sim.customer({ name: 'Cleo Martin' });
    await cleo.say(number, 'I wait');
    const find = async () => (await there.agent.inquiries()).find(({ name }) => name === 'Cleo Martin');
    const { rid: queued } = await waitFor(find, { what: 'Cleo to wait in the queue' });
    expect(await read(there.agent, { rid: queued })).toContain('Nothing was written to the customer');
    expect(await read(agent, { rid: queued })).toContain('Nothing was written to the customer');
  });
});
