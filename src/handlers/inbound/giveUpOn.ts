import type { Host } from '../Host';
import { removeEntry } from '../records/entries';
import type { InboxEntry } from '../records/Entry';
import { showDay } from '../translation/showDay';
import { translatorOf } from '../translation/translatorOf';
import { warnAdmins } from '../warnings/warnAdmins';
import { formatPhone } from '../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';
import { customersOf } from './customersOf';
import { listCustomers } from './listCustomers';

/**
 * Deletes a webhook that could not be worked off for a month. The setup channel is told before, so that somebody asks
 * these customers to write again.
 */
export async function giveUpOn(
  host: Host,
  inbox: InboxEntry,
  events: readonly WebhookEvent[],
  reason: string,
): Promise<void> {
  const { sender, receivedAt } = inbox;
  const customers = listCustomers(customersOf(events));
  const date = showDay(receivedAt, await translatorOf(host));
  const params = { number: formatPhone(sender), customers, date, reason };
  await warnAdmins(host, `given up ${sender} ${customers} ${date}`, 'warnings:givenUp', params);
  host.logger.error(`A webhook for …${sender.slice(-4)} was given up after a month:`, reason);
  await removeEntry(host, inbox);
}
