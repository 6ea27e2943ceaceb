import type { Conversation } from '../Conversation';
import { showPhone } from '../showPhone';
import type { Stage } from '../Stage';
import { words } from '../words';

const ANSWER = 'Yes, until **six o’clock**.';

/** What an agent writes goes to the phone, and how far it came shows in its ticks. */
export async function answer({ transcript, number, phone }: Stage, { agent, room }: Conversation): Promise<void> {
  transcript.step(words.steps.answer);
  transcript.say(agent.username, ANSWER);
  await agent.send(room, ANSWER);
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
