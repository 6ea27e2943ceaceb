import type { Host } from '../../core/Host';
import { removeEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import { showDay } from '../../core/showTime';
import { translatorOf } from '../../core/translator';
import { storeDeadLetter } from '../../numbers/deadLetters';
import { warnAdmins } from '../../numbers/warnAdmins';
import { fingerprint } from '../../outbound/bulk/templateJobs';
import { formatPhone, listCustomers, showCustomer } from '../../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

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
export async function keepAsDeadLetter(host: Host, { inbox, events, reason, until }: Late): Promise<void> {
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
export async function deleteDeadLetter(
  host: Host,
  inbox: InboxEntry,
  events: readonly WebhookEvent[],
  reason: string,
): Promise<void> {
  const { sender, receivedAt } = inbox;
  const customers = listCustomers(customersOf(events));
  const date = showDay(receivedAt, await translatorOf(host));
  const params = { number: formatPhone(sender), customers, date, reason };
  // By a fingerprint: that the warning was given is kept longer than who it was about.
  await warnAdmins(host, `given up ${sender} ${fingerprint(customers, date)}`, 'warnings:givenUp', params);
  host.logger.error(`A webhook for …${sender.slice(-4)} was given up after a month:`, reason);
  await removeEntry(host, inbox);
}

/** The customers of the events, each once, in the words for admins. */
export function customersOf(events: readonly WebhookEvent[]): string[] {
  const ids = events.flatMap((event) =>
    'customer' in event ? (event.customer.waId ?? event.customer.userId ?? []) : [],
  );
  return [...new Set(ids)].map(showCustomer);
}
