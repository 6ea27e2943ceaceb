import { findConversation } from '../records/conversations';
import { translatorOf } from '../translation/translatorOf';
import { sayInOpenRoom } from './sayInOpenRoom';
import type { Task } from './Task';

/** What is said of a call, by its event; what happens within a call is not told. */
const keys: Readonly<Record<string, string>> = { connect: 'inbound:calls', terminate: 'inbound:callEnded' };

/** A customer calls, which Rocket.Chat cannot take: the agents of an open conversation should know. */
export async function takeCall({ host, event, number }: Task<'call'>): Promise<void> {
  const ids = [event.customer.waId, event.customer.userId].filter((id) => id !== undefined);
  const key = keys[event.event];
  const conversation = key && event.direction !== 'out' ? await findConversation(host, number.digits, ids) : undefined;
  if (key && conversation) {
    const t = await translatorOf(host);
    await sayInOpenRoom(host, conversation, t(key, { seconds: event.duration ?? 0 }));
  }
}
