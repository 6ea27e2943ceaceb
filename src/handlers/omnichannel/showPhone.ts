import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import { createVisitor } from './createVisitor';
import { generationOf, visitorKeys } from './visitorKeys';

/**
 * Does what makes Rocket.Chat look for a customer's contact, while the visitor has the phone that it looks by. Before and
 * after, the visitor has none that can be found: Rocket.Chat hands a visitor, token included, to whoever registers on a
 * website with its phone. Where the settings say so, the visitor never has one.
 *
 * @throws what `work` throws
 */
export async function withPhoneShown<T>(host: Host, conversation: Conversation, work: () => Promise<T>): Promise<T> {
  const { waId } = conversation;
  if (waId === undefined || (await host.memory.settings.get('keepPhonesOffVisitors'))) {
    return work();
  }
  await setPhone(host, conversation, `+${waId}`);
  try {
    return await work();
  } finally {
    await hidePhone(host, conversation);
  }
}

/**
 * Puts the phone where agents can read it and nobody finds the visitor by it. What the customer has typed goes too: to
 * Rocket.Chat every number in a visitor's messages is a phone of theirs. Never throws: the next conversation tries again.
 *
 * @param known the phones that the visitor has, where they were read
 */
export async function hidePhone(
  host: Host,
  conversation: Conversation,
  known?: readonly { phoneNumber: string }[] | null,
): Promise<void> {
  try {
    const hidden = await hiddenPhone(host, conversation);
    const isHidden = known?.length === 0 || (known?.length === 1 && known[0]?.phoneNumber === hidden);
    if (!isHidden) {
      await setPhone(host, conversation, hidden);
    }
  } catch (error) {
    host.logger.error('The phone of a customer could not be taken off their visitor:', String(error));
  }
}

async function hiddenPhone(host: Host, conversation: Conversation): Promise<string> {
  const { waId, visitor } = conversation;
  const generation = (await generationOf(host, conversation, visitor.token)) ?? 0;
  const { mark } = await visitorKeys(host, conversation, generation);
  const isOff = waId === undefined || (await host.memory.settings.get('keepPhonesOffVisitors'));
  return isOff ? `WhatsApp ${mark}` : `+${waId} (WhatsApp ${mark})`;
}

/** By the token, which finds this visitor and no other. An empty name changes none. */
async function setPhone(host: Host, { visitor }: Conversation, phoneNumber: string): Promise<void> {
  await createVisitor(host, { ...visitor, name: '', phone: [{ phoneNumber }] });
}
