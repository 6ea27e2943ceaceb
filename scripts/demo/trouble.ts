import * as v from 'valibot';
import { templatesRead } from '../../test/e2e/support/connectDemoNumber';
import { showMessage, showModal, showPhone } from './shown';
import { type Conversation, expected, type Stage } from './Stage';
import { words } from './words';

// A message that does not arrive, and what is left when 24 hours are over: templates.

/** What the phone draws of a template. */
const Rendered = v.looseObject({ rendered: v.looseObject({ body: v.string() }) });

const ANSWER = 'Thank you, I am on my way!';
const NEWS = 'Your order is ready.';
/** “Message undeliverable”: the customer cannot be reached now. */
const UNDELIVERABLE = 131026;

/** WhatsApp refuses a message; a card tells the agent why, and its button sends the message again. */
export async function fail(
  { workbench, transcript, number, phone }: Stage,
  { agent, room }: Conversation,
): Promise<void> {
  transcript.step(words.steps.fail);
  await workbench.sim.fault('error-code', { code: UNDELIVERABLE, on: 'send' }, { times: 1 });
  transcript.say(agent.username, NEWS);
  await agent.send(room, NEWS);
  transcript.say(words.who.provider, words.refuses(UNDELIVERABLE));
  const card = await agent.findMessage(room, 'Not delivered to WhatsApp');
  transcript.say(words.who.workspace, showMessage(card));
  transcript.say(agent.username, words.presses('Send again'));
  await agent.clickButton(card, 'Send again');
  const arrived = await phone.receive(
    number,
    ({ message, status }) => message.text?.body === NEWS && status === 'read',
  );
  transcript.say(words.who.phone, showPhone(arrived));
  await workbench.idle();
  const sent = (await phone.received(number)).filter(({ message }) => message.text?.body === NEWS);
  expected(sent.length === 1, 'what is sent again arrives once');
}

const QUESTION = 'Shall we keep it for you until tomorrow?';
const TICKET = '4711';

/** A day later WhatsApp takes only templates: a card says so, the agent sends one from it, and the customer answers. */
export async function template(
  { workbench, transcript, number, phone }: Stage,
  { agent, room }: Conversation,
): Promise<void> {
  transcript.step(words.steps.template);
  await templatesRead(workbench);
  await workbench.travel(25 * 60);
  transcript.say(words.who.workspace, words.later);
  transcript.say(agent.username, QUESTION);
  await agent.send(room, QUESTION);
  const card = await agent.findMessage(room, ({ msg, blocks = [] }) => blocks.length > 0 && msg.includes(QUESTION));
  transcript.say(words.who.workspace, showMessage(card));
  transcript.say(agent.username, words.presses('Send WhatsApp template'));
  await agent.clickButton(card, 'Send WhatsApp template');
  const { modal } = agent;
  transcript.say(agent.username, words.searches('ticket'));
  await modal.fill('Search', 'ticket');
  await modal.click('Open');
  await modal.choose('choose-language', 'English');
  await modal.click('Use');
  await modal.fill('Text {{ticket_id}}', TICKET);
  showModal(transcript, modal);
  await modal.submit();
  transcript.say(words.who.modal, modal.title);
  await modal.submit();
  const arrived = await phone.receive(
    number,
    ({ message, status }) =>
      message.type === 'template' && JSON.stringify(message).includes(TICKET) && status === 'read',
  );
  transcript.say(words.who.phone, showPhone(arrived, v.parse(Rendered, arrived).rendered.body));
  await phone.say(number, ANSWER);
  const answer = await agent.findMessage(room, ANSWER);
  transcript.say(phone.customer.name ?? '', showMessage(answer));
}
