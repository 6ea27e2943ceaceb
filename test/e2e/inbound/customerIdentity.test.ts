import type { VisitorDocument } from '../../../workbench/src/workspace/documents/VisitorDocument';
import { connectDemoNumber, connectNewNumber } from '../support/connectDemoNumber';
import { messageWebhook } from '../support/webhookBodies';
import type { Sender } from '../support/webhookBodies';
import { openBehind } from '../support/instances/durableStore';
import type { Behind } from '../support/instances/durableStore';
import { quiet } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';

// One person at one number is one visitor with one open room, whatever WhatsApp calls them.

const SECOND = '4930901820';
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

let workbench: TestWorkbench;
let behind: Behind;
let number: string;

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  await connectNewNumber(workbench, SECOND);
  behind = openBehind(workbench, workbench.dataDir);
});

afterAll(async () => {
  behind.store.close();
  await workbench.stop();
});

/** Delivers messages of one customer at the same moment, each in a webhook of its own. */
async function say(...messages: [sender: Sender, message: string | Record<string, unknown>, at?: string][]) {
  const bodies = await Promise.all(
    messages.map(([sender, message, at = number]) => messageWebhook(workbench, at, sender, message)),
  );
  await Promise.all(bodies.map((body, index) => workbench.sim.webhook(messages[index]?.[2] ?? number, body)));
  await quiet(workbench);
}

/** All visitors of one name: one for each of our numbers that they have written to. */
const visitors = (name: string): VisitorDocument[] =>
  behind.store.visitors.where('1 ORDER BY rowid').filter((visitor) => visitor.name === name);

/** The phones that agents read at the visitor, without the mark that keeps others from finding the visitor by them. */
const phonesOf = (name: string) =>
  visitors(name).flatMap(({ phone }) => phone?.map((each) => each.phoneNumber.replace(/ \(WhatsApp \w+\)$/, '')) ?? []);

const roomsOf = (visitor: VisitorDocument | undefined) =>
  behind.store.rooms.where("t = 'l' ORDER BY ts").filter(({ v }) => v?._id === visitor?._id);

/** The customer's messages, room by room, oldest first. */
const saidBy = (name: string): string[][] => visitors(name).flatMap(roomsOf).map(saidIn);

function saidIn({ _id }: { _id: string }): string[] {
  return behind.store.messages
    .where('rid = ? ORDER BY ts', _id)
    .filter(({ token, t }) => token && !t)
    .map(({ msg, file }) => (file ? `file ${file.type}` : msg));
}

async function answer(name: string, text: string): Promise<void> {
  const room = roomsOf(visitors(name)[0]).find(({ open }) => open);
  await (await workbench.as(room?.servedBy?.username ?? '')).send(room?._id ?? '', text);
  await quiet(workbench);
}

async function close(name: string): Promise<void> {
  for (const room of visitors(name)
    .flatMap(roomsOf)
    .filter(({ open }) => open)) {
    await (await workbench.as('manager')).close(room._id, 'done');
  }
  await quiet(workbench);
}

/** Where the app sent the last message to. */
const lastSent = async () => (await workbench.sim.sends()).reverse()[0]?.requestBody;

const complaints = async () =>
  (await workbench.logs()).flatMap(({ entries }) => entries.filter(({ severity }) => /error|warn/.test(severity)));

describe('a blocked contact', () => {
  test('is dropped without a word, and heard again once unblocked', async () => {
    const phone = await workbench.sim.customer({ name: 'Blocked' });
    await phone.say(number, 'before');
    await quiet(workbench);
    const [visitor] = visitors('Blocked');
    const block = (is: boolean) =>
      behind.workspace.contacts.setBlocked(visitor?.contactId ?? '', visitor?._id ?? '', is);
    const sayAll = async () => {
      await phone.say(number, 'text');
      await phone.send(number, { type: 'image', image: {} }, { file: { base64: PNG, mime: 'image/png' } });
      await quiet(workbench);
    };
    block(true);
    await sayAll();
    await close('Blocked');
    await sayAll();
    expect(saidBy('Blocked')).toEqual([['before']]);
    block(false);
    await phone.say(number, 'after');
    await quiet(workbench);
    expect(saidBy('Blocked')).toEqual([['before'], ['after']]);
    const kinds = (await workbench.records()).map(({ data }) => data.kind);
    expect(kinds.filter((kind) => ['inbox', 'held', 'undelivered'].includes(String(kind)))).toEqual([]);
    expect(await complaints()).toEqual([]);
  });
});

describe('a customer at two of our numbers', () => {
  test('has a room at each, is answered from each, and closing one leaves the other', async () => {
    const phone = await workbench.sim.customer({ name: 'Twice' });
    for (const at of [number, SECOND, number]) await phone.say(at, `to ${at}`);
    await quiet(workbench);
    expect(visitors('Twice')).toHaveLength(2);
    // Which of the two numbers' webhooks comes first is not ours to say.
    const all = () => visitors('Twice').flatMap(roomsOf);
    const roomAt = (at: string) => all().find(({ source }) => source?.destination === `+${at}`);
    const rooms = [roomAt(number), roomAt(SECOND)].filter((room) => room !== undefined);
    expect(all()).toHaveLength(2);
    expect(rooms).toHaveLength(2);
    expect(rooms.map(saidIn)).toEqual([[`to ${number}`, `to ${number}`], [`to ${SECOND}`]]);
    for (const { _id, servedBy } of rooms) {
      await (await workbench.as(servedBy?.username ?? '')).send(_id, `from ${_id}`);
    }
    await phone.receive(number, `from ${rooms[0]?._id ?? ''}`);
    await phone.receive(SECOND, `from ${rooms[1]?._id ?? ''}`);
    await (await workbench.as('manager')).close(rooms[0]?._id ?? '', 'done');
    await quiet(workbench);
    expect([number, SECOND].map((at) => roomAt(at)?.open ?? false)).toEqual([false, true]);
  });

  test('is met by phone at one and by user id at the other, whichever comes first', async () => {
    const [phone, userId] = [{ waId: '15550000001' }, { userId: 'US.1' }];
    await say([{ ...phone, ...userId, name: 'Cross' }, 'a']);
    await say([{ ...userId, name: 'Cross' }, 'b', SECOND]);
    expect(saidBy('Cross')).toEqual([['a'], ['b']]);
    await say([{ userId: 'US.2', name: 'Back' }, 'a']);
    await say([{ waId: '15550000002', userId: 'US.2', name: 'Back' }, 'b', SECOND]);
    expect(saidBy('Back')).toEqual([['a'], ['b']]);
    expect(phonesOf('Back')).toEqual(['+15550000002']);
  });
});

describe('a customer with a business-scoped id', () => {
  test('first, and a phone later: one person, who then has the phone', async () => {
    const [userId, waId, name] = ['US.3', '15550000003', 'Later'];
    await say([{ userId, name }, '1']);
    await answer(name, 'to the id');
    expect(await lastSent()).toMatchObject({ recipient: userId });
    await say([{ userId, waId, name }, '2']);
    await say([{ waId, name }, '3']);
    // Some carriers put the id where the phone belongs.
    await say([{ name }, { from: userId, type: 'text', text: { body: '4' } }]);
    expect(saidBy(name)).toEqual([['1', '2', '3', '4']]);
    expect(phonesOf(name)).toEqual([`+${waId}`]);
    await answer(name, 'to the phone');
    expect(await lastSent()).toMatchObject({ to: waId });
  });

  test('and a phone, told in two webhooks at once: one person', async () => {
    const [userId, waId, name] = ['US.4', '15550000004', 'AtOnce'];
    await say([{ userId, waId, name }, '1'], [{ userId, name }, '2']);
    expect(saidBy(name).map((each) => each.sort())).toEqual([['1', '2']]);
  });

  test('that changes stays the same person, told by a change of its own or by a message', async () => {
    const phone = await workbench.sim.customer({ name: 'NewId', waId: '15550000005' });
    await phone.say(number, '1');
    await quiet(workbench);
    await phone.send(number, { type: 'user-id-change', user_id: 'US.5' });
    await say([{ userId: 'US.5', name: 'NewId' }, '2']);
    const system = { type: 'user_changed_user_id', user_id: 'US.6', previous_user_id: 'US.5', body: 'changed' };
    await say([{ waId: '15550000005' }, { type: 'system', system }]);
    await say([{ userId: 'US.6', name: 'NewId' }, '3']);
    expect(saidBy('NewId')).toEqual([['1', '2', '3']]);
    expect((await workbench.records()).filter(({ data }) => data.kind === 'inbox')).toEqual([]);
  });
});

test.each([
  ['Brazil', '5531987654321', '553187654321'],
  ['Mexico', '5215512345678', '525512345678'],
  ['Argentina', '5491123456789', '541123456789'],
])('a phone of %s in both spellings at once is one person, answered at the one told last', async (name, one, other) => {
  await say([{ waId: one, name }, '1'], [{ waId: other, name }, '2']);
  expect(saidBy(name).map((each) => each.sort())).toEqual([['1', '2']]);
  for (const waId of [one, other]) {
    await say([{ waId, name }, waId]);
    await answer(name, `to ${waId}`);
    expect(await lastSent()).toMatchObject({ to: waId });
  }
  expect(saidBy(name)).toHaveLength(1);
});

describe('a customer who changes the phone number', () => {
  test('stays the same person with the new phone; whoever gets the old one is somebody else', async () => {
    const [old, now] = ['15550000007', '15550000008'];
    const phone = await workbench.sim.customer({ name: 'Mover', waId: old });
    await phone.say(number, '1');
    await quiet(workbench);
    await phone.send(number, { type: 'number-change', wa_id: now });
    await quiet(workbench);
    await phone.say(number, '2');
    await quiet(workbench);
    expect(saidBy('Mover')).toEqual([['1', '2']]);
    expect(phonesOf('Mover')).toEqual([`+${now}`]);
    const text = {
      type: 'text',
      text: { body: 'Who is this?' },
      timestamp: String(Math.floor(Date.now() / 1000) + 60),
    };
    await say([{ waId: old, name: 'Stranger' }, text]);
    expect(saidBy('Mover')).toEqual([['1', '2']]);
    expect(saidBy('Stranger')).toEqual([['Who is this?']]);
    await answer('Stranger', 'to the stranger');
    expect(await lastSent()).toMatchObject({ to: old });
    await answer('Mover', 'to the mover');
    expect(await lastSent()).toMatchObject({ to: now });
    await workbench.restart();
    await say([
      { waId: old, name: 'Stranger' },
      { ...text, text: { body: 'Still me' } },
    ]);
    await answer('Mover', 'to the mover again');
    expect(await lastSent()).toMatchObject({ to: now });
    expect([saidBy('Mover'), saidBy('Stranger')]).toEqual([[['1', '2']], [['Who is this?', 'Still me']]]);
  });

  test('and writes in the same moment is one person', async () => {
    const [old, now, name] = ['15550000009', '15550000010', 'Quick'];
    await say([{ waId: old, name }, '1']);
    const system = { type: 'user_changed_number', wa_id: now, body: 'changed' };
    await say([{ waId: old }, { type: 'system', system }], [{ waId: now, name }, '2']);
    expect(saidBy(name).flat()).toEqual(['1', '2']);
  });
});

describe('the name of a visitor', () => {
  const rename = (phone: { customer: { id: string } }, name: string) =>
    workbench.sim.http.request('PATCH', `/customers/${phone.customer.id}`, { name });

  test('follows the profile, also where none was told at first', async () => {
    const phone = await workbench.sim.customer({ name: 'Olga' });
    await phone.say(number, '1');
    await quiet(workbench);
    await rename(phone, 'Olga Petrova');
    await phone.say(number, '2');
    await quiet(workbench);
    expect(saidBy('Olga Petrova')).toEqual([['1', '2']]);
    await say([{ waId: '15550000011' }, '1']);
    await say([{ waId: '15550000011', name: 'Told later' }, '2']);
    expect(saidBy('Told later')).toEqual([['1', '2']]);
  });

  test('that an agent gave stays: on messages, in new rooms, when the profile changes, after a restart', async () => {
    const phone = await workbench.sim.customer({ name: 'Rita' });
    await phone.say(number, '1');
    await quiet(workbench);
    const id = visitors('Rita')[0]?._id ?? '';
    behind.workspace.visitors.saveGuest(id, { name: 'Rita (VIP)' });
    await phone.say(number, '2');
    await quiet(workbench);
    await close('Rita (VIP)');
    await workbench.restart();
    await rename(phone, 'Rita Lins');
    await phone.say(number, '3');
    await quiet(workbench);
    expect(saidBy('Rita (VIP)')).toEqual([['1', '2'], ['3']]);
    const rooms = roomsOf(visitors('Rita (VIP)')[0]);
    expect(rooms[1]?.fname).toBe('Rita (VIP)');
    const aliases = rooms.flatMap(({ _id }) =>
      behind.store.messages
        .where('rid = ? ORDER BY ts', _id)
        .filter(({ token, t }) => token && !t)
        .map(({ alias }) => alias),
    );
    expect(aliases).toEqual(['Rita', 'Rita (VIP)', 'Rita (VIP)']);
  });

  test('and the visitor itself may be deleted: who writes again is registered again', async () => {
    const phone = await workbench.sim.customer({ name: 'Deleted' });
    await phone.say(number, '1');
    await quiet(workbench);
    await close('Deleted');
    const [before] = visitors('Deleted');
    behind.store.visitors.delete(before?._id ?? '');
    await phone.say(number, '2');
    await phone.say(number, '3');
    await quiet(workbench);
    expect(saidBy('Deleted').map((each) => each.sort())).toEqual([['2', '3']]);
    await answer('Deleted', 'welcome back');
    await phone.receive(number, 'welcome back');
  });
});
