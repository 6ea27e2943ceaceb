import type { Host } from '../../core/Host';
import { file, removeEntry } from '../../core/records/entries';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { saveConversation } from '../../omnichannel/conversations/conversations';
import { sendAutomaticText } from '../../outbound/sendAutomaticText';
import type { Task } from '../webhook/Task';
import { storeHeld } from './held';

/** Milliseconds between two offline texts to a customer. */
const OFFLINE_PAUSE = 6 * 60 * 60 * 1000;

/**
 * Holds a message while nobody is available. It goes into a room, with its own time, as soon as somebody is. The customer gets
 * the number's offline text.
 */
export async function hold(task: Task<'message'>, conversation: Conversation): Promise<void> {
  const { host, number } = task;
  await keepHeld(task, conversation);
  const now = Date.now();
  const offlineDue = number.offlineMessage !== undefined && now - (conversation.offlineSentAt ?? 0) > OFFLINE_PAUSE;
  if (offlineDue || !conversation.holding) {
    const offlineSentAt = offlineDue ? now : conversation.offlineSentAt;
    await saveConversation(host, { ...conversation, holding: true, offlineSentAt });
  }
  if (offlineDue) {
    sendOffline(task.host, conversation, task);
  }
}

/** Not awaited: the customer's next message need not wait for it. */
function sendOffline(host: Host, conversation: Conversation, { number }: Task<'message'>): void {
  const text = number.offlineMessage ?? '';
  void sendAutomaticText(host, { kind: 'offline', number, conversation, text, shown: false });
}

/** Stores what a customer sent, with its own time, until somebody is available. */
export async function keepHeld(
  { host, event, inbox, number, heard }: Task<'message'> | Task<'edit'> | Task<'revoke'> | Task<'reaction'>,
  { customer }: Conversation,
): Promise<void> {
  const { wamid } = event;
  await storeHeld(host, {
    ...file(Date.now(), wamid),
    kind: 'held',
    wamid,
    heard,
    number: number.digits,
    customer,
    at: event.timestamp ?? inbox.receivedAt,
    event,
  });
  if (inbox.wamid === wamid) {
    await removeEntry(host, inbox);
  }
}
