import { conversationOf } from '../../test/e2e/support/conversationWith';
import { HttpClient } from '../../test/e2e/support/clients/HttpClient';
import { waitFor } from '../../test/e2e/support/waitFor';
import { jpegPhoto } from '../../workbench/src/simulator/samples/jpegPhoto';
import { readCapturedText } from './readCapturedText';
import { showMessage, showPhone } from './shown';
import { type Conversation, expected, type Stage } from './Stage';
import { words } from './words';

// A customer and an agent, from the first message to the end.

/** A customer's first message opens a conversation; then a captured webhook arrives, made over for this customer. */
export async function write({ workbench, transcript, number, phone }: Stage): Promise<Conversation> {
  transcript.step(words.steps.write);
  const { name = '', waId = '' } = phone.customer;
  await phone.say(number, 'Do you *deliver* today?');
  const { agent, room } = await conversationOf(workbench, name);
  const question = await agent.findMessage(room._id, 'today?');
  transcript.say(question.u.name ?? '', showMessage(question));
  transcript.say(words.who.workspace, words.room(room.source?.label ?? '', agent.username));
  const welcome = await phone.receive(number, 'Welcome!');
  transcript.say(words.who.phone, String(welcome.message.text?.body));
  const captured = readCapturedText({
    displayPhoneNumber: number,
    phoneNumberId: await workbench.sim.phoneNumberId(number),
    customer: { waId, name },
  });
  transcript.say(words.who.provider, words.delivers(captured.source));
  await workbench.sim.webhook(number, captured.body);
  const further = await agent.findMessage(room._id, captured.text);
  transcript.say(further.u.name ?? '', showMessage(further));
  return { agent, room: room._id, captured };
}

const REPLY = 'Yes, until **six o’clock**.';

/** What an agent writes goes to the phone, and how far it came shows in its ticks. */
export async function answer({ transcript, number, phone }: Stage, { agent, room }: Conversation): Promise<void> {
  transcript.step(words.steps.answer);
  transcript.say(agent.username, REPLY);
  await agent.send(room, REPLY);
  const arrived = await phone.receive(
    number,
    ({ message, status }) => message.text?.body.startsWith('Yes') === true && status === 'delivered',
  );
  transcript.say(words.who.phone, showPhone(arrived));
  transcript.say(phone.customer.name ?? '', words.opens);
  await phone.open(number);
  const read = await phone.receive(
    number,
    ({ message, status }) => message.text?.body.startsWith('Yes') === true && status === 'read',
  );
  transcript.say(words.who.phone, showPhone(read));
}

const CAPTION = 'Like these, please';
const OFFER = 'We have these today';

/** A picture comes from the customer, and one goes back. */
export async function picture({ transcript, number, phone }: Stage, { agent, room }: Conversation): Promise<void> {
  transcript.step(words.steps.picture);
  transcript.say(phone.customer.name ?? '', words.sendsPicture(CAPTION));
  await phone.send(number, { type: 'image', image: { caption: CAPTION } });
  const arrived = await agent.findMessage(room, ({ file }) => file?.type.startsWith('image/') === true);
  const caption = await agent.findMessage(room, CAPTION);
  transcript.say(words.who.workspace, words.file(arrived.file?.name ?? '', arrived.file?.type ?? ''));
  transcript.say('', showMessage(caption));
  transcript.say(agent.username, words.sendsPicture(OFFER));
  await agent.upload(room, { name: 'bread.jpg', type: 'image/jpeg', bytes: jpegPhoto(), msg: OFFER });
  const sent = await phone.receive(
    number,
    (shown) => JSON.stringify(shown.message).includes(OFFER) && shown.status === 'read',
  );
  expected(sent.message.type === 'image', 'a picture arrives as a picture');
  transcript.say(words.who.phone, showPhone(sent, words.picture(OFFER)));
}

const TIMES = 3;

/** 360dialog repeats what it thinks was not taken; in the room it stands once. */
export async function repeat({ workbench, transcript, number }: Stage, { agent, room, captured }: Conversation) {
  transcript.step(words.steps.repeat);
  transcript.say(words.who.provider, words.repeats(TIMES));
  const { http } = workbench.sim;
  const queued = await Promise.all(
    Array.from({ length: TIMES }, () => http.post<{ id: number }>('/webhooks', { number, body: captured.body })),
  );
  const ids = queued.map(({ id }) => id);
  const delivered = await waitFor(async () => {
    const found = (await workbench.sim.deliveries()).filter(({ id }) => ids.includes(id));
    return found.every(({ state }) => state === 'delivered') && found;
  });
  transcript.say(words.who.provider, words.answers(delivered.map(({ status }) => status).join(', ')));
  await workbench.idle();
  const shown = (await agent.messages(room)).filter(({ msg }) => msg === captured.text);
  transcript.say(words.who.workspace, words.stays(captured.text, shown.length));
  expected(shown.length === 1, 'a repeated message changes nothing');
  const stranger = new HttpClient(workbench.privateUrl('incoming'));
  const refused = await stranger.request('POST', '', captured.body);
  transcript.say(words.who.stranger, words.forges(refused.status));
  expected(refused.status === 401, 'nobody without the secret is heard');
}

/** The agent closes the conversation, and the customer is told. */
export async function close({ transcript, number, phone }: Stage, { agent, room }: Conversation): Promise<void> {
  transcript.step(words.steps.close);
  transcript.say(agent.username, words.closes);
  await agent.close(room, 'Answered');
  const goodbye = await phone.receive(
    number,
    ({ message, status }) => message.text?.body.includes('Goodbye!') === true && status === 'read',
  );
  transcript.say(words.who.phone, showPhone(goodbye));
  const isClosed = async () => (await agent.rooms()).every(({ _id, open }) => _id !== room || !open);
  await waitFor(isClosed, { what: 'the conversation to be closed' });
}
