import { waitFor } from '../../../test/e2e/support/waitFor';
import type { Conversation } from '../Conversation';
import { showPhone } from '../showPhone';
import type { Stage } from '../Stage';
import { words } from '../words';

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
