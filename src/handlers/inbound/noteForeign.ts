import type { Host } from '../Host';
import type { ConnectedNumber } from '../records/numbers';
import { warnAdmins } from '../warnings/warnAdmins';
import { formatPhone } from '../whatsapp/phoneNumbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';

/**
 * Keeps events of numbers that are not connected here out, and counts them for the doctor. When the sender never showed
 * to be the number it was connected as, its key belongs to another number, which the admins have to know.
 */
export async function noteForeign(host: Host, sender: ConnectedNumber, events: readonly WebhookEvent[]): Promise<void> {
  const foreign = host.memory.foreignEvents;
  foreign.set(sender.digits, (foreign.get(sender.digits) ?? 0) + events.length);
  const other = events.find((event) => event.number.displayNumber !== undefined)?.number.displayNumber;
  if (other && !sender.phoneNumberId) {
    const params = { number: formatPhone(sender.digits), other: formatPhone(other) };
    await warnAdmins(host, `number differs ${sender.digits} ${other}`, 'warnings:numberDiffers', params);
  }
}
