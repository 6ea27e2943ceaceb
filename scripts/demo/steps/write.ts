import { conversationOf } from '../../../test/e2e/support/conversationWith';
import type { Conversation } from '../Conversation';
import { readCapturedText } from '../readCapturedText';
import { showMessage } from '../showMessage';
import type { Stage } from '../Stage';
import { words } from '../words';

/** The body of a webhook arrives and becomes a conversation; then the customer goes on writing. */
export async function write({ workbench, transcript, number, phone }: Stage): Promise<Conversation> {
  transcript.step(words.steps.write);
  const { name = '', waId = '' } = phone.customer;
  const captured = readCapturedText({
    displayPhoneNumber: number,
    phoneNumberId: await workbench.sim.phoneNumberId(number),
    customer: { waId, name },
  });
  transcript.say(words.who.provider, words.delivers(captured.source));
  await workbench.sim.webhook(number, captured.body);
  const { agent, room } = await conversationOf(workbench, name);
  transcript.say(words.who.workspace, words.room(room.source?.label ?? '', agent.username));
  const first = await agent.findMessage(room._id, captured.text);
  transcript.say(first.u.name ?? '', showMessage(first));
  const welcome = await phone.receive(number, 'Welcome!');
  transcript.say(words.who.phone, String(welcome.message.text?.body));
  await phone.say(number, 'Do you *deliver* today?');
  const further = await agent.findMessage(room._id, 'today?');
  transcript.say(further.u.name ?? '', showMessage(further));
  return { agent, room: room._id, first: captured };
}
