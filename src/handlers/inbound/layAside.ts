import type { Host } from '../Host';
import type { InboxEntry } from '../records/Entry';
import { markUndelivered } from '../records/undelivered';
import { showDay } from '../translation/showDay';
import { translatorOf } from '../translation/translatorOf';
import { warnAdmins } from '../warnings/warnAdmins';
import { formatPhone } from '../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { customersOf } from './customersOf';
import { listCustomers } from './listCustomers';

/** A webhook that goes on being tried. */
interface Late {
  inbox: InboxEntry;
  events: readonly WebhookEvent[];
  reason: string;
  /** When it is given up, epoch milliseconds. */
  until: number;
}

/**
 * Marks a webhook that could not be worked off for days and is from now on tried once a day, and says so: in the doctor's
 * report each of them, in the setup channel once a day for each number, with whose messages wait, until when and why.
 */
export async function layAside(host: Host, { inbox, events, reason, until }: Late): Promise<void> {
  const customers = customersOf(events);
  await markUndelivered(host, inbox, { customers, reason });
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
