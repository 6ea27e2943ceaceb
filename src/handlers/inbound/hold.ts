import type { Host } from '../Host';
import { sendAutomaticText } from '../outbound/sendAutomaticText';
import { saveConversation } from '../records/conversations';
import type { Conversation } from '../records/conversations';
import { keepHeld } from './keepHeld';
import type { Task } from './Task';

/** The offline text goes to a customer at most so often. */
const OFFLINE_PAUSE = 6 * 60 * 60 * 1000;

/**
 * Keeps a message that nobody is there to read: it goes into a room, with its own time, as soon as somebody is. The
 * customer gets the number's offline text.
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

/** Not awaited by the turn: the customer's next message need not wait for it. */
function sendOffline(host: Host, conversation: Conversation, { number }: Task<'message'>): void {
  const text = number.offlineMessage ?? '';
  void sendAutomaticText(host, { kind: 'offline', number, conversation, text, shown: false });
}
