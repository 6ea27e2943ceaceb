import type { Host } from '../../core/Host';
import type { DatedMutex } from '../../core/KeyedMutex';
import type { InboxEntry } from '../../core/records/Entry';
import type { ConnectedNumber } from '../../numbers/numbers';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import { sendKept } from '../../outbound/sendWhenAnswered';
import { noteLastMessage } from '../../outbound/statuses/readReceipts';
import { sameCustomer } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { locksOf } from './customerLocks';
import { eventHandlers } from './eventHandlers';
import { noteActivity, readActivity } from './noteActivity';

/**
 * Passes an event to its handler. Events of one customer run one after another, the oldest by WhatsApp's time first.
 * Webhooks that still wait for their answer have priority. An event is skipped if its number is not connected or its
 * kind has no handler.
 *
 * @throws what the handler throws; the webhook is then retried
 */
export async function handleEvent(
  host: Host,
  event: WebhookEvent,
  inbox: InboxEntry,
  { numbers, queues }: { numbers: readonly ConnectedNumber[]; queues: DatedMutex },
): Promise<void> {
  const number = routeEvent(event, numbers, inbox.sender);
  const handle = eventHandlers[event.kind];
  if (!number || !handle) {
    return;
  }
  const heard = readActivity(event, number, inbox.receivedAt);
  if (heard) {
    noteActivity(host, heard);
    if (event.kind === 'message') {
      noteLastMessage(host, heard, event.wamid);
    }
  }
  const locks = locksOf(event, number);
  const at = event.timestamp ?? inbox.receivedAt;
  await queues.run(locks, at, async () => {
    // A process that was paused for too long leaves the event to the process that took it up meanwhile.
    if (host.memory.inboxWork.holds(inbox)) {
      await handle({ host, event, inbox, number, heard });
    }
  });
  if (heard && heard.how !== 'may-have-written') {
    const known = host.memory.conversations.get(conversationKey(number.digits, heard.customer));
    // Not awaited: the kept messages may be large. A job sends those that are left.
    void (known?.keeping && sendKept(host, known));
  }
}

/**
 * The connected number that an event belongs to, by Meta's id of the number, else by its digits. The address of the
 * webhook never decides, because one address may serve several numbers. An event without a number, such as one about
 * the account, belongs to the number whose secret was used.
 *
 * @returns undefined for a number that is not connected here
 */
export function routeEvent(
  event: WebhookEvent,
  numbers: readonly ConnectedNumber[],
  sender: string,
): ConnectedNumber | undefined {
  const { phoneNumberId, displayNumber } = event.number;
  if (phoneNumberId === undefined && displayNumber === undefined) {
    return numbers.find(({ digits }) => digits === sender);
  }
  return (
    numbers.find((number) => phoneNumberId !== undefined && number.phoneNumberId === phoneNumberId) ??
    numbers.find(({ digits }) => displayNumber !== undefined && sameCustomer(digits, displayNumber))
  );
}
