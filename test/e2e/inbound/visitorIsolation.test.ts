import * as v from 'valibot';
import { SERVER_TRAITS, SERVER_VERSIONS } from '../../../workbench/src/server/serverTraits';
import type { RoomDocument } from '../../../workbench/src/workspace/documents/RoomDocument';
import type { VisitorDocument } from '../../../workbench/src/workspace/documents/VisitorDocument';
import { connectDemoNumber, connectNewNumber } from '../support/connectDemoNumber';
import { messageWebhook } from '../support/webhookBodies';
import { openBehind } from '../support/instances/durableStore';
import type { Behind } from '../support/instances/durableStore';
import { quiet } from '../support/clients/settle';
import type { SimulatedPhone } from '../support/clients/SimulatorClient';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import { waitFor } from '../support/waitFor';

// A conversation is (number, customer) and shares nothing with any other: no visitor, no token, no room. Servers differ in
// how they mix people up, so all of it runs on the oldest and on the current one, unless a run is for another.

const SECOND = '4930901820';

const CHOSEN = SERVER_VERSIONS.filter((version) => version === process.env.TEST_SERVER);

describe.each(CHOSEN.length > 0 ? CHOSEN : (['7.8', '9.0'] as const))('on Rocket.Chat %s', (server) => {
  let workbench: TestWorkbench;
  let behind: Behind;
  let number: string;

  beforeAll(async () => {
    workbench = await startTestWorkbench({ durable: true, server });
    number = await connectDemoNumber(workbench);
    await connectNewNumber(workbench, SECOND);
    behind = openBehind(workbench, workbench.dataDir);
  });

  afterAll(async () => {
    behind.store.close();
    await workbench.stop();
  });

  const customer = (name: string, waId: string): Promise<SimulatedPhone> => workbench.sim.customer({ name, waId });

  async function say(phone: SimulatedPhone, text: string, at = number): Promise<void> {
    await phone.say(at, text);
    await quiet(workbench);
  }

  const rooms = (): RoomDocument[] => behind.store.rooms.where("t = 'l' ORDER BY ts");

  const textsIn = (rid: string): string[] =>
    behind.store.messages
      .where('rid = ? ORDER BY ts', rid)
      .filter(({ t }) => !t)
      .map(({ msg }) => msg);

  /** The only room in which this text stands. */
  function roomWith(text: string): RoomDocument {
    const found = rooms().filter(({ _id }) => textsIn(_id).includes(text));
    expect(found).toHaveLength(1);
    return found[0] ?? fail(text);
  }

  const visitorOf = (room: RoomDocument): VisitorDocument =>
    behind.store.visitors.get(room.v?._id ?? '') ?? fail('visitor');

  function fail(what: string): never {
    throw new Error(`There is no ${what}`);
  }

  /** A request of a website's widget, without signing in. */
  const ask = async (path: string, init?: RequestInit): Promise<unknown> =>
    (await fetch(`${workbench.url}/api/v1/livechat/${path}`, init)).json();
  const widget = {
    post: (path: string, body: unknown) =>
      ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    /** @returns the token that the widget goes on with */
    async register(token: string, phone: string): Promise<string> {
      const answer = await widget.post('visitor', { visitor: { token, phone, name: 'From the website' } });
      return v.parse(v.object({ visitor: v.object({ token: v.string() }) }), answer).visitor.token;
    },
    /** @returns the id of the room that the widget shows */
    async open(token: string): Promise<string> {
      const answer = await ask(`room?token=${encodeURIComponent(token)}`);
      return v.parse(v.object({ room: v.object({ _id: v.string() }) }), answer).room._id;
    },
    read: (token: string, rid: string) => ask(`messages.history/${rid}?token=${encodeURIComponent(token)}`),
  };

  const kinds = async () => (await workbench.records()).map(({ data }) => data.kind);

  test('who writes under a number that somebody else has typed in a chat gets a room of their own', async () => {
    const anaPhone = await customer('Ana', '15550100001');
    await say(anaPhone, 'Please call 15550100002');
    const bob = await customer('Bob', '15550100002');
    await say(bob, 'I am Bob');
    const [ana, own] = [roomWith('Please call 15550100002'), roomWith('I am Bob')];
    expect(own._id).not.toBe(ana._id);
    expect(visitorOf(own).token).not.toBe(visitorOf(ana).token);
    await (await workbench.as(own.servedBy?.username ?? '')).send(own._id, 'Hello Bob');
    await bob.receive(number, 'Hello Bob');
    expect(await anaPhone.received(number)).toEqual([]);
  });

  test('who has registered the phone on the website before sees nothing of the WhatsApp conversation', async () => {
    const waId = '15550100003';
    for (const phone of [`+${waId}`, waId]) await widget.register(`thief ${phone}`, phone);
    await say(await customer('Victim', waId), 'My secret');
    const room = roomWith('My secret');
    for (const token of [`thief +${waId}`, `thief ${waId}`]) {
      expect(visitorOf(room).token).not.toBe(token);
      expect(await widget.read(token, room._id)).toMatchObject({ success: false });
    }
  });

  test('who registers the phone on the website afterwards sees nothing of it either', async () => {
    const waId = '15550100004';
    await say(await customer('Earlier', waId), 'My secret from before');
    const room = roomWith('My secret from before');
    for (const phone of [`+${waId}`, waId]) {
      const token = await widget.register(`late ${phone}`, phone);
      expect(await widget.read(token, room._id)).toMatchObject({ success: false });
    }
  });

  test('who has an open chat in the widget, by SMS and at our other number is answered, and none of these is touched', async () => {
    const waId = '15550100005';
    const token = await widget.register('many channels', `+${waId}`);
    const chat = await widget.open(token);
    await widget.post('message', { token, rid: chat, msg: 'By the website' });
    const phone = await customer('Everywhere', waId);
    await say(phone, 'By the other number', SECOND);
    const sms = behind.workspace.visitors.register({ token: 'sms gateway', phone: waId });
    await behind.workspace.livechat.request({ visitor: sms, source: { type: 'sms' } });
    await say(phone, 'By WhatsApp');
    expect((await kinds()).filter((kind) => kind === 'inbox' || kind === 'undelivered')).toEqual([]);
    expect(textsIn(chat)).toEqual(['By the website']);
    expect(await widget.open(token)).toBe(chat);
    const [here, there] = [roomWith('By WhatsApp'), roomWith('By the other number')];
    expect([here, there].map(({ source }) => source?.destination)).toEqual([`+${number}`, `+${SECOND}`]);
    expect(visitorOf(here).token).not.toBe(visitorOf(there).token);
    expect([here.open, there.open]).toEqual([true, true]);
    // Each of the two says that the person is known elsewhere, because their contacts may be two.
    expect(textsIn(there._id).join()).toContain('From the website');
    expect(textsIn(here._id).join()).toMatch(/\+49 30 901820/);
    // The line that tells it does not count as an agent's answer.
    const told = behind.store.messages.where('rid = ?', here._id).find(({ msg }) => msg.includes('901820'));
    expect(told?.editedAt).toBeDefined();
    expect(here).toMatchObject({ waitingResponse: true });
    expect(here.responseBy).toBeUndefined();
  });

  test('who comes back while somebody holds their visitor with another open room is answered all the same', async () => {
    const phone = await customer('Held', '15550100006');
    await say(phone, 'The first time');
    const first = roomWith('The first time');
    await (await workbench.as('manager')).close(first._id, 'done');
    const foreign = await behind.workspace.livechat.request({ visitor: visitorOf(first), source: { type: 'widget' } });
    await say(phone, 'The second time');
    const second = roomWith('The second time');
    expect(second.source?.destination).toBe(`+${number}`);
    expect(textsIn(foreign._id)).toEqual([]);
    await say(phone, 'And again');
    expect(roomWith('And again')._id).toBe(second._id);
    await (await workbench.as(second.servedBy?.username ?? '')).send(second._id, 'Here we are');
    await phone.receive(number, 'Here we are');
    const logs = JSON.stringify(await workbench.logs());
    expect(logs).not.toContain(visitorOf(first).token);
    expect(logs).not.toContain(visitorOf(second).token);
  });

  test('a contact that an agent typed in with the phone is recognised, and the visitor keeps no phone that can be found', async () => {
    const waId = '15550100007';
    const typed = behind.workspace.contacts.create({ name: 'Typed in', phones: [`+${waId}`] });
    await say(await customer('Unknown', waId), 'Do you know me?');
    const room = roomWith('Do you know me?');
    expect(room.contactId).toBe(typed._id);
    expect(behind.workspace.contacts.find(typed._id)?.channels[0]).toMatchObject({ verified: true });
    expect(behind.workspace.visitors.findByPhone(`+${waId}`)).toBeUndefined();
    expect(visitorOf(room).phone?.[0]?.phoneNumber).toContain(`+${waId}`);
  });

  test('one person at two numbers is one contact, where the workspace verifies contacts', async () => {
    const phone = await customer('Both', '15550100008');
    await say(phone, 'One');
    await say(phone, 'Two', SECOND);
    const contact = behind.workspace.contacts.find(roomWith('Two').contactId ?? '');
    expect(contact?.channels).toHaveLength(2);
    expect(roomWith('One').contactId).toBe(contact?._id);
  });

  test('with the setting for it the phone never reaches the visitor', async () => {
    const waId = '15550100009';
    const set = (value: boolean) => workbench.setSettings({ keep_phones_off_visitors: value });
    await set(true);
    const typed = behind.workspace.contacts.create({ name: 'Not recognised', phones: [`+${waId}`] });
    await say(await customer('Hidden', waId), 'Without a phone');
    await set(false);
    const room = roomWith('Without a phone');
    expect(visitorOf(room).phone ?? []).toEqual([]);
    expect(room.contactId).not.toBe(typed._id);
  });

  test('a room that Rocket.Chat has made by itself becomes the conversation’s, or is emptied into it', async () => {
    const phone = await customer('Bare', '15550100010');
    await say(phone, 'Before');
    const before = roomWith('Before');
    await (await workbench.as('manager')).close(before._id, 'done');
    const draft = { rid: before._id, msg: 'Made by the server' };
    const bare = { type: 'app', id: workbench.appId, alias: 'whatsapp-360d-cloud' } as const;
    await behind.workspace.livechat.sendMessage(visitorOf(before), draft, bare);
    await say(phone, 'After');
    const room = roomWith('After');
    expect((await kinds()).filter((kind) => kind === 'inbox')).toEqual([]);
    await (await workbench.as(room.servedBy?.username ?? '')).send(room._id, 'I see it');
    await phone.receive(number, 'I see it');
    expect(roomWith('Made by the server')._id === room._id).toBe(SERVER_TRAITS[workbench.server].oneOpenRoomPerToken);
  });

  test('what is late when two rooms are made one is noticed, and tells when it was written', async () => {
    // Newer servers have no second room.
    if (SERVER_TRAITS[workbench.server].oneOpenRoomPerToken) return;
    const phone = await customer('Two rooms', '15550100014');
    await say(phone, 'In the first room');
    const room = roomWith('In the first room');
    const { source = fail('source'), customFields } = room;
    const second = await behind.workspace.livechat.request({ visitor: visitorOf(room), source, customFields });
    const draft = { rid: second._id, msg: 'In the second room' };
    await behind.workspace.livechat.sendMessage(visitorOf(room), draft, source);
    await workbench.travel(10);
    const agent = await workbench.as(room.servedBy?.username ?? '');
    await agent.http.post('/api/v1/subscriptions.read', { rid: room._id });
    await say(phone, 'Ten minutes later');
    const moved = await agent.findMessage(room._id, ({ msg }) => msg === 'In the second room');
    expect(JSON.stringify(moved.attachments)).toContain('Late: this is from');
    await waitFor(() => behind.store.rooms.get(second._id)?.open !== true, { what: 'the second room to be closed' });
    const path = `/api/v1/subscriptions.getOne?roomId=${room._id}`;
    const { subscription } = await agent.http.get<{ subscription: { unread: number } }>(path);
    expect(subscription.unread).toBe(2);
    const { lm } = await agent.room(room._id);
    expect(new Date(lm ?? 0).getTime()).toBe(new Date(moved.ts).getTime());
  });

  test('an open conversation with an adopted visitor goes on in its room; the next one has a visitor of its own', async () => {
    const phone = await customer('Adopted', '15550100011');
    await say(phone, 'Long ago');
    const room = roomWith('Long ago');
    const own = visitorOf(room);
    const adopted = { ...own, _id: 'adopted-visitor', token: 'adopted-token', username: 'guest-1' };
    await workbench.kill();
    behind.store.visitors.delete(own._id);
    behind.store.visitors.put({ ...adopted, phone: [{ phoneNumber: '+15550100011' }] });
    behind.store.rooms.put({ ...room, v: { ...room.v, ...adopted, phone: undefined } });
    for (const record of behind.store.records.where('1')) {
      const conversation = v.safeParse(v.looseObject({ customer: v.literal('15550100011'), visitor: v.object({}) }), {
        ...record.data,
      });
      if (conversation.success) {
        const { _id: id, token, username, name = '' } = adopted;
        behind.store.records.put({
          ...record,
          data: { ...conversation.output, visitor: { id, token, username, name } },
        });
      }
    }
    await workbench.restart();
    await say(phone, 'Still here');
    expect(roomWith('Still here')._id).toBe(room._id);
    await (await workbench.as('manager')).close(room._id, 'done');
    await say(phone, 'A new one');
    const next = roomWith('A new one');
    expect(visitorOf(next).token).not.toBe('adopted-token');
    await (await workbench.as(next.servedBy?.username ?? '')).send(next._id, 'Welcome back');
    await phone.receive(number, 'Welcome back');
  });

  test('a visitor’s username is nobody’s in Rocket.Chat, and a name turns no text around', async () => {
    const sender = { userId: 'US.77', name: 'Eve \u202Egnp.exe\u2066' };
    const webhook = await messageWebhook(workbench, number, sender, 'With a user name');
    const value = webhook.entry as { changes: { value: { contacts: { profile: object }[] } }[] }[];
    const [contact] = value[0]?.changes[0]?.value.contacts ?? [];
    if (contact) contact.profile = { ...contact.profile, username: 'manager' };
    await workbench.sim.webhook(number, webhook);
    await quiet(workbench);
    const visitor = visitorOf(roomWith('With a user name'));
    expect(visitor.username).not.toMatch(/^[0-9a-zA-Z-_.]+$/);
    expect(visitor.name).toBe('Eve gnp.exe');
  });
});

test('a second room that may not be closed without a tag is told once, in that room', async () => {
  const workbench = await startTestWorkbench({ durable: true, server: '7.8' });
  const behind = openBehind(workbench, workbench.dataDir);
  try {
    const number = await connectDemoNumber(workbench);
    const phone = await workbench.sim.customer({ name: 'Tagged' });
    await phone.say(number, 'First room');
    await quiet(workbench);
    const [room] = behind.store.rooms.where("t = 'l'").filter((each) => each.v?.name === 'Tagged');
    const visitor = behind.store.visitors.get(room?.v?._id ?? '');
    const [department] = behind.workspace.departments.list();
    if (!room?.source || !visitor || !department) throw new Error('There is no room');
    behind.store.departments.put({ ...department, requestTagBeforeClosingChat: true });
    const { _id, source, customFields } = room;
    const second = await behind.workspace.livechat.request({
      visitor: { ...visitor, department: department._id },
      source,
      customFields,
    });
    const told = () => behind.store.messages.where('rid = ?', second._id).filter(({ msg }) => msg.includes('tag'));
    for (const text of ['One', 'Two']) {
      await phone.say(number, text);
      await quiet(workbench);
    }
    await waitFor(() => told().length > 0, { what: 'the agents of the second room to be told' });
    await workbench.restart();
    await phone.say(number, 'Three');
    await quiet(workbench);
    expect(told()).toHaveLength(1);
    expect(behind.store.rooms.get(second._id)?.open).toBe(true);
    expect(behind.store.messages.where('rid = ?', _id).map(({ msg }) => msg)).toEqual(
      expect.arrayContaining(['One', 'Two', 'Three']),
    );
  } finally {
    behind.store.close();
    await workbench.stop();
  }
});
