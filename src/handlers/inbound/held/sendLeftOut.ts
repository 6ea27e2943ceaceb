import type { Host } from '../../core/Host';
import { findByAbout } from '../../core/records/entries';
import type { HeldEntry } from '../../core/records/Entry';
import { minute } from '../../core/records/association';
import { conversationKey, findByKey } from '../../omnichannel/conversations/conversations';
import { aboutText, sendAutomaticText } from '../../outbound/sendAutomaticText';
import { findHeld } from './held';

/**
 * Sends the offline text to those who wait and did not get it: a crash may have come between noting that it goes out, so
 * that it goes out once, and sending it. Asked for after a start.
 *
 * @param since epoch milliseconds: before that the app ran
 */
export async function sendLeftOut(host: Host, since: number): Promise<void> {
  const waiting = new Map<string, HeldEntry>();
  for (const held of await findHeld(host)) {
    waiting.set(conversationKey(held.number, held.customer), held);
  }
  for (const held of waiting.values()) {
    await sendTo(host, held, since).catch((error: unknown) => {
      host.logger.error('It is unknown whether a waiting customer got the offline text:', String(error));
    });
  }
}

async function sendTo(host: Host, { number: digits, customer }: HeldEntry, since: number): Promise<void> {
  const number = (await host.memory.numbers.get(host)).find((each) => each.digits === digits);
  const conversation = await findByKey(host, digits, customer);
  const sentAt = conversation?.offlineSentAt;
  const text = number?.offlineMessage;
  if (!number || !conversation || !text || sentAt === undefined || sentAt < since) {
    return;
  }
  const sends = await findByAbout(host, aboutText('offline', customer));
  const isSent = sends.some((entry) => 'number' in entry && entry.number === digits && entry.minute >= minute(sentAt));
  if (!isSent) {
    await sendAutomaticText(host, { kind: 'offline', number, conversation, text, shown: false });
  }
}
