import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/Store';
import { connectDemoNumber } from '../support/connectDemoNumber';
import { conversationOf, conversationWith } from '../support/conversationWith';
import { runJobs, settle } from '../support/clients/settle';
import { startTestWorkbench } from '../support/instances/startTestWorkbench';
import type { TestWorkbench } from '../support/instances/TestWorkbench';
import type { WireMessage } from '../support/clients/WireDocuments';
import { waitFor } from '../support/waitFor';

// An agent's choices for a message after the customer service window has closed: it can wait for the customer.

const HOUR = 60;
const DAY = 24 * HOUR;
const REMINDER = 'Do you still need us?';

type Conversation = Awaited<ReturnType<typeof conversationWith>>;

const NAMES = {
  inOrder: 'Ana Souza',
  cancelled: 'Ben Okafor',
  meanwhile: 'Cleo Martin',
  elsewhere: 'Dario Neri',
  stopped: 'Eva Lund',
  deleted: 'Finn Olsen',
  file: 'Gita Rao',
  answered: 'Hugo Weiss',
  waits: 'Ines Costa',
  closed: 'Jan Novak',
  late: 'Kim Lee',
  templates: 'Lia Moss',
  listed: 'Mia Berg',
  fromAd: 'Noa Silva',
} as const;

let workbench: TestWorkbench;
let number: string;
const people = new Map<string, Conversation>();

/** A customer who wrote a day ago. */
function conversation(name: keyof typeof NAMES): Conversation {
  const found = people.get(name);
  if (!found) throw new Error(`nobody is called ${name}`);
  return found;
}

const isAbout = (text: string, button: string) => (message: WireMessage) =>
  JSON.stringify(message.blocks ?? []).includes(button) && message.msg.includes(text);

const says = async ({ agent, room }: Conversation, text: string) =>
  (await agent.messages(room)).filter(({ msg }) => msg.includes(text)).length;

/** Writes a text that cannot go. @returns its card */
async function writeLate({ agent, room }: Conversation, text: string): Promise<WireMessage> {
  await agent.send(room, text);
  return agent.findMessage(room, isAbout(text, 'Send when they answer'));
}

/** Writes a text that waits. @returns its card */
async function keep(of: Conversation, text: string): Promise<WireMessage> {
  await of.agent.clickButton(await writeLate(of, text), 'Send when they answer');
  return of.agent.findMessage(of.room, isAbout(text, 'Do not send'));
}

const textsOn = async ({ phone }: Conversation) =>
  (await phone.received(number)).map(({ message }) => message.text?.body);

/** The agent writes once more, and that is on the phone: what was to come before has come. */
async function afterwards({ agent, room, phone }: Conversation): Promise<void> {
  await agent.send(room, 'That was all');
  await phone.receive(number, 'That was all');
  await workbench.idle();
}

beforeAll(async () => {
  workbench = await startTestWorkbench({ durable: true });
  number = await connectDemoNumber(workbench);
  await workbench.setSettings({ window_reminder: REMINDER });
  await Promise.all(
    Object.entries(NAMES).map(async ([key, name]) => people.set(key, await conversationWith(workbench, number, name))),
  );
  for (const name of ['answered', 'closed'] as const) {
    const { agent, room, phone } = conversation(name);
    await agent.send(room, 'Good morning');
    await phone.receive(number, 'Good morning');
  }
  const { agent, room } = conversation('closed');
  await agent.close(room, 'Done');
  const ad = conversation('fromAd');
  await ad.phone.send(number, { type: 'referral', text: { body: 'From your ad' } });
  await ad.agent.findMessage(ad.room, 'From your ad');
});

afterAll(() => workbench.stop());

describe('an hour before the window closes', () => {
  beforeAll(async () => {
    await workbench.travel(22 * HOUR);
    await conversation('late').phone.say(number, 'One more thing');
    await settle(workbench);
    await workbench.travel(HOUR + 5);
    await runJobs(workbench, 'every-minute');
    await conversation('answered').phone.receive(number, REMINDER);
  });

  test('the agents read it in one line, once', async () => {
    const { agent, room } = conversation('answered');
    const line = await agent.findMessage(room, 'WhatsApp will only let templates through');
    expect(line.msg).toMatch(/In [1-5]?\d min/);
    await runJobs(workbench, 'every-minute');
    await workbench.idle();
    expect(await says(conversation('answered'), 'will only let templates through')).toBe(1);
  });

  test('a customer who was answered is reminded, as a record that is no answer', async () => {
    const { agent, room, phone } = conversation('answered');
    const shown = await agent.findMessage(room, ({ msg }) => msg === REMINDER);
    expect(shown.editedAt).toBeDefined();
    await agent.pressMessageAction('message-status', shown);
    expect(agent.modal.texts.join('\n')).toMatch(/Sent by the app itself\n[^]*(Accepted by WhatsApp|Delivered)/);
    expect((await textsOn(conversation('answered'))).filter((text) => text === REMINDER)).toHaveLength(1);
    expect(phone.customer.name).toBe(NAMES.answered);
  });

  test('a customer who waits for an answer is not, but the agents are told', async () => {
    expect(await says(conversation('waits'), 'will only let templates through')).toBe(1);
    expect(await textsOn(conversation('waits'))).toEqual([]);
  });

  test('nobody is told of a customer who has written since, who came through an ad, or whose conversation is closed', async () => {
    expect(await says(conversation('late'), 'will only let templates through')).toBe(0);
    expect(await says(conversation('fromAd'), 'will only let templates through')).toBe(0);
    expect(await textsOn(conversation('closed'))).toEqual(['Good morning']);
  });
});

describe('after the window has closed', () => {
  beforeAll(() => workbench.travel(HOUR));

  test('what waits is sent in the order in which it was written when the customer writes, and once', async () => {
    const ana = conversation('inOrder');
    const { agent, room, phone } = ana;
    const first = await writeLate(ana, 'The bread is ready');
    const second = await writeLate(ana, 'And the cake');
    await agent.clickButton(first, 'Send WhatsApp template');
    await waitFor(() => agent.modal.isOpen, { what: 'the choice of a template' });
    await agent.clickButton(second, 'Send when they answer');
    await Promise.all([1, 2].map(() => agent.clickButton(first, 'Send when they answer')));
    await agent.findMessage(room, isAbout('The bread is ready', 'Do not send'));
    await agent.findMessage(room, isAbout('And the cake', 'Do not send'));
    await phone.say(number, 'Any news?');
    await agent.findMessage(room, 'This waited for the customer and was sent to them now: “And the cake”');
    await afterwards(ana);
    expect(await textsOn(ana)).toEqual(['The bread is ready', 'And the cake', 'That was all']);
    expect((await agent.messages(room)).filter(isAbout('', 'Do not send'))).toEqual([]);
  });

  test('all that waits is one list in “WhatsApp status”, from which each can be taken', async () => {
    const mia = conversation('listed');
    const { agent, room, phone } = mia;
    const shown = () => agent.modal.texts.join('\n');
    await keep(mia, 'The first parcel');
    const second = await keep(mia, 'The second parcel');
    await agent.send(room, 'This one is not kept');
    await agent.findMessage(room, isAbout('This one is not kept', 'Send when they answer'));
    const message = await agent.findMessage(room, ({ msg }) => msg === 'The first parcel');
    await agent.pressMessageAction('message-status', message);
    expect(shown()).toContain("Waits for the customer's answer");
    expect(shown()).not.toContain('Not sent');
    await agent.pressRoomAction('room-status', room);
    const list =
      /wait for the customer's answer[^]*first parcel[^]*second parcel[^]*The last messages[^]*not kept[^]*Not sent/;
    expect(shown()).toMatch(list);
    expect(agent.modal.countButtons('Do not send')).toBe(2);
    await agent.modal.click('Do not send', 1);
    expect(shown()).toContain('This message will not be sent.');
    expect(agent.modal.countButtons('Do not send')).toBe(1);
    const offered = await agent.findMessage(room, isAbout('The second parcel', 'Send when they answer'));
    expect(offered._id).toBe(second._id);
    await phone.say(number, 'Where is it?');
    await agent.findMessage(room, 'was sent to them now: “The first parcel”');
    await afterwards(mia);
    expect(await textsOn(mia)).toEqual(['The first parcel', 'That was all']);
    await agent.pressMessageAction('message-status', message);
    expect(shown()).toMatch(/Accepted|Delivered|Read/);
    await agent.pressRoomAction('room-status', room);
    expect(shown()).not.toContain("Waits for the customer's answer");
  });

  test('what was cancelled is not sent, and can wait anew', async () => {
    const ben = conversation('cancelled');
    const { agent, room, phone } = ben;
    const card = await keep(ben, 'Table for two');
    await agent.clickButton(card, 'Do not send');
    const offered = await agent.findMessage(room, isAbout('Table for two', 'Send when they answer'));
    expect(offered._id).toBe(card._id);
    await agent.clickButton(card, 'Do not send').catch(() => undefined);
    await phone.say(number, 'Hello?');
    await agent.findMessage(room, 'Hello?');
    await afterwards(ben);
    expect(await textsOn(ben)).toEqual(['That was all']);
    expect(offered.msg).toContain('More than 24 hours');
  });

  test('where the customer has written before the button was pressed it is sent at once', async () => {
    const cleo = conversation('meanwhile');
    const { agent, room, phone } = cleo;
    const card = await writeLate(cleo, 'We have found your bag');
    await phone.say(number, 'Is my bag there?');
    await agent.findMessage(room, 'Is my bag there?');
    await agent.clickButton(card, 'Send when they answer');
    await phone.receive(number, 'We have found your bag');
    await agent.findMessage(room, 'was sent to them now: “We have found your bag”');
  });

  test('what waits when the conversation is closed is not sent silently into the next one: its agents are asked', async () => {
    const dario = conversation('elsewhere');
    await keep(dario, 'Your shoes are ready');
    await keep(dario, 'They are blue');
    await dario.agent.close(dario.room, 'Done');
    const told = await waitFor(
      async () =>
        (await dario.agent.rooms()).find(
          ({ t, usernames }) => t === 'd' && usernames?.some((name) => name.includes('360')),
        ),
      { what: 'a direct message' },
    );
    await dario.agent.findMessage(told._id, 'closed while a message waits for the customer');
    await dario.phone.say(number, 'I am back');
    const { agent, room } = await conversationOf(workbench, NAMES.elsewhere);
    const card = await agent.findMessage(room._id, isAbout('Your shoes are ready', 'Send now'));
    const other = await agent.findMessage(room._id, isAbout('They are blue', 'Send now'));
    const now = { ...dario, agent, room: room._id };
    await agent.pressRoomAction('room-status', room._id);
    expect(agent.modal.texts.join('\n')).toMatch(/shoes are ready[^]*From an earlier conversation[^]*They are blue/);
    await afterwards(now);
    expect(await textsOn(dario)).toEqual(['That was all']);
    await Promise.all([1, 2].map(() => agent.clickButton(card, 'Send now')));
    await dario.phone.receive(number, 'Your shoes are ready');
    await agent.findMessage(room._id, 'was sent to them now: “Your shoes are ready”');
    await agent.clickButton(other, 'Do not send');
    await waitFor(async () => (await agent.messages(room._id)).filter(isAbout('', 'Do not send')).length === 0);
    await dario.phone.say(number, 'Thanks');
    await agent.findMessage(room._id, 'Thanks');
    await afterwards(now);
    expect(await textsOn(dario)).toEqual(['That was all', 'Your shoes are ready', 'That was all']);
  });

  test('a customer who answers with STOP is not sent what waits, and the agents read why', async () => {
    const eva = conversation('stopped');
    await keep(eva, 'Big sale tomorrow');
    await eva.phone.say(number, 'STOP');
    const why = (message: WireMessage) => message.msg.includes('Big sale') && message.msg.includes('START');
    await eva.agent.findMessage(eva.room, why);
    await workbench.idle();
    expect((await textsOn(eva)).filter((text) => text?.includes('sale'))).toEqual([]);
  });

  test('a message that is deleted does not wait any more', async () => {
    const finn = conversation('deleted');
    const { agent, room, phone } = finn;
    const card = await keep(finn, 'A mistake');
    await agent.remove(await agent.findMessage(room, ({ msg }) => msg === 'A mistake'));
    await waitFor(async () => !(await agent.messages(room)).some(({ _id }) => _id === card._id));
    await phone.say(number, 'Hello?');
    await agent.findMessage(room, 'Hello?');
    await afterwards(finn);
    expect(await textsOn(finn)).toEqual(['That was all']);
  });

  test('WhatsApp’s own answer that the window is closed has the same card, at once and by a status', async () => {
    const hugo = conversation('late');
    await workbench.sim.fault('error-code', { code: 131047, on: 'send' }, { times: 1 });
    const card = await writeLate(hugo, 'Refused at once');
    expect(card.msg).toContain('131047');
    await workbench.sim.fault('status-failed', { code: 131047 }, { times: 1 });
    await writeLate(hugo, 'Refused by a status');
    await hugo.agent.clickButton(card, 'Send when they answer');
    await hugo.agent.findMessage(hugo.room, isAbout('Refused at once', 'Do not send'));
    await workbench.travel(1);
    await hugo.phone.say(number, 'Now I am here');
    await hugo.phone.receive(number, 'Refused at once');
    await hugo.agent.findMessage(hugo.room, 'was sent to them now: “Refused at once”');
  });

  test('the card of a closed window opens the templates for its customer, in a modal', async () => {
    const of = conversation('templates');
    const card = await writeLate(of, 'A question that a template may carry');
    await of.agent.clickButton(card, 'Send WhatsApp template');
    expect(of.agent.modal.title).toBe('WhatsApp templates');
    await of.agent.modal.fill('Search', 'hello world');
    await of.agent.modal.click('Open');
    await of.agent.modal.click('Use');
    await of.agent.modal.submit();
    expect(of.agent.modal.texts.join('\n')).toContain(`was sent to ${NAMES.templates}`);
    await of.phone.receive(number, (shown) => JSON.stringify(shown).includes('Welcome! This message shows'));
  });
});

test('what waits outlives a crash and the purge of records; of a file that is gone by then the agents read it', async () => {
  const gita = conversation('file');
  const ines = conversation('waits');
  await keep(ines, 'See you in spring');
  const pdf = { name: 'offer.pdf', type: 'application/pdf', bytes: Buffer.from('%PDF-1.4 offer') };
  await gita.agent.upload(gita.room, { ...pdf, msg: 'Our offer' });
  const card = await gita.agent.findMessage(gita.room, isAbout('Our offer', 'Send when they answer'));
  await gita.agent.clickButton(card, 'Send when they answer');
  const waiting = await gita.agent.findMessage(gita.room, isAbout('Our offer', 'Do not send'));
  expect(waiting.msg).toContain('Its file must not be deleted');
  await workbench.kill();
  const store = openStore({ file: join(workbench.dataDir, 'workspace.sqlite') });
  store.uploads.deleteWhere('1');
  store.close();
  await workbench.restart({ later: 40 * DAY });
  for (let runs = 0; runs < 3; runs += 1) await runJobs(workbench, 'housekeeping');
  await ines.phone.say(number, 'It is spring');
  await ines.phone.receive(number, 'See you in spring');
  await gita.phone.say(number, 'Is there an offer?');
  const agent = await workbench.as(gita.agent.username);
  await agent.findMessage(
    gita.room,
    (message) => message.msg.includes('Our offer') && message.msg.includes('Not delivered'),
  );
});
