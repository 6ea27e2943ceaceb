import { DAY, MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import type { DatedMutex } from '../../core/KeyedMutex';
import { file, readRetention, removeEntry, storeEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import { showDay } from '../../core/showTime';
import { translatorOf } from '../../core/translator';
import { removeDeadLetter, storeDeadLetter } from '../../numbers/deadLetters';
import type { ConnectedNumber } from '../../numbers/numbers';
import { warnAdmins } from '../../numbers/warnAdmins';
import { fingerprint } from '../../outbound/bulk/templateJobs';
import { formatPhone, listCustomers, showCustomer } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { handleEvent } from './handleEvent';

/** Attempts, over about two days, after which a webhook is retried once a day and the admins are told. */
const LATE = 11;

/**
 * Processes a stored webhook: every event by itself, and the events of one customer in their order. If an event fails,
 * the webhook is filed under a later minute, where the sweep finds it. Finished events are then recognised as repeated.
 * A webhook that fails for a month is deleted, and the admins are told. Never throws.
 *
 * @param work.queues the queues of customers in which its events wait
 * @returns false when it could not be filed again, so that its record is unchanged
 */
export async function processWebhook(
  host: Host,
  inbox: InboxEntry,
  {
    events,
    numbers,
    queues = host.memory.datedLocks,
  }: { events: readonly WebhookEvent[]; numbers: readonly ConnectedNumber[]; queues?: DatedMutex },
): Promise<boolean> {
  const [claimed] = await Promise.allSettled([claim(host, inbox, events)]);
  const outcomes =
    claimed.status === 'rejected'
      ? [claimed]
      : await Promise.allSettled(events.map((event) => handleEvent(host, event, inbox, { numbers, queues })));
  if (!host.memory.inboxWork.holds(inbox)) {
    // This process was paused for too long. The process that took the webhook up meanwhile finishes it.
    return true;
  }
  const failures = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [String(outcome.reason)] : []));
  try {
    if (failures.length > 0) {
      host.logger.error('A webhook could not be processed and is tried again:', ...failures);
      await tryLater(host, inbox, events, failures.join('; '));
    } else {
      await end(host, inbox);
    }
    return true;
  } catch (error) {
    // The store cannot be reached. The record is still there, and the sweep comes back to it.
    host.logger.error('A processed webhook could not be recorded as done:', String(error));
    return false;
  }
}

/**
 * Removes the record of a processed webhook. The record of a webhook with one message has become the message's link and
 * stays.
 */
async function end(host: Host, inbox: InboxEntry): Promise<void> {
  if (!inbox.wamid) {
    await removeEntry(host, inbox);
  } else if (inbox.attempts >= LATE) {
    await removeDeadLetter(host, inbox);
  }
}

/**
 * Claims the messages of a webhook whose own record does not name them, since another instance may have received the same
 * webhook. One round trip for the whole webhook.
 */
async function claim(host: Host, inbox: InboxEntry, events: readonly WebhookEvent[]): Promise<void> {
  const wamids = events.flatMap((event) => ('wamid' in event && event.kind !== 'status' ? (event.wamid ?? []) : []));
  if (!inbox.wamid && wamids.length > 0) {
    const { entry, minute: when, attempts } = inbox;
    await storeEntry(host, { kind: 'claim', entry, minute: when, attempts }, wamids);
  }
}

/**
 * Files the webhook 2, 4, 8 … minutes ahead, later a day ahead. The new record is stored before the old one is removed,
 * so that a crash leaves two records rather than none.
 */
async function tryLater(host: Host, inbox: InboxEntry, events: readonly WebhookEvent[], reason: string): Promise<void> {
  const attempts = inbox.attempts + 1;
  // The finished messages in it are known for a day longer.
  const until = inbox.receivedAt + (await readRetention(host)) - DAY;
  if (Date.now() > until) {
    await deleteDeadLetter(host, inbox, events, reason);
    return;
  }
  const isLate = attempts >= LATE;
  const at = Date.now() + (isLate ? DAY : 2 ** attempts * MINUTE);
  // Nobody works on it until then.
  const later: InboxEntry = { ...inbox, ...file(at, inbox.wamid), attempts, reason, by: undefined, until: undefined };
  await storeEntry(host, later);
  await removeEntry(host, inbox);
  if (isLate) {
    await keepAsDeadLetter(host, { inbox: later, events, reason, until });
  }
}

/** A webhook that failed for days. */
interface Late {
  inbox: InboxEntry;
  events: readonly WebhookEvent[];
  reason: string;
  /** When the dead letter is deleted, in epoch milliseconds. */
  until: number;
}

/**
 * Marks a webhook that could not be processed for days. It is retried once a day from now on. The doctor's report lists each
 * of them. The setup channel is told once a day for each number: whose messages wait, until when, and why.
 */
async function keepAsDeadLetter(host: Host, { inbox, events, reason, until }: Late): Promise<void> {
  const customers = customersOf(events);
  await storeDeadLetter(host, inbox, { customers, reason });
  const { sender } = inbox;
  const params = {
    number: formatPhone(sender),
    customers: listCustomers(customers),
    date: showDay(until, await translatorOf(host)),
    reason,
  };
  const day = new Date().toISOString().slice(0, 10);
  await warnAdmins(host, `laid aside ${sender} ${day}`, 'warnings:undelivered', params);
}

/**
 * Deletes a webhook that could not be processed for a month. The setup channel is told first, so that somebody can ask these
 * customers to write again.
 */
async function deleteDeadLetter(
  host: Host,
  inbox: InboxEntry,
  events: readonly WebhookEvent[],
  reason: string,
): Promise<void> {
  const { sender, receivedAt } = inbox;
  const customers = listCustomers(customersOf(events));
  const date = showDay(receivedAt, await translatorOf(host));
  const params = { number: formatPhone(sender), customers, date, reason };
  // A fingerprint is stored, because the note of the warning is kept longer than the names in it.
  await warnAdmins(host, `given up ${sender} ${fingerprint(customers, date)}`, 'warnings:givenUp', params);
  host.logger.error(`A webhook for …${sender.slice(-4)} was given up after a month:`, reason);
  await removeEntry(host, inbox);
}

/** The customers of the events, each once, as admins read them. */
export function customersOf(events: readonly WebhookEvent[]): string[] {
  const ids = events.flatMap((event) =>
    'customer' in event ? (event.customer.waId ?? event.customer.userId ?? []) : [],
  );
  return [...new Set(ids)].map(showCustomer);
}
