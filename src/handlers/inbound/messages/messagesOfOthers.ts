import type { Host } from '../../core/Host';
import { findByMinute } from '../../core/records/entries';
import { minute } from '../../core/records/association';

/**
 * Rocket.Chat's ids of messages that other WhatsApp messages than this one became, as it was written down in the minutes of
 * these moments (epoch milliseconds): one round trip a minute. What this process knows costs none.
 */
export async function messagesOfOthers(host: Host, wamid: string, moments: readonly number[]): Promise<Set<string>> {
  const minutes = new Set(moments.map((at) => minute(at)));
  const entries = await Promise.all([...minutes].map((each) => findByMinute(host, each)));
  return new Set(
    entries.flat().flatMap((entry) => {
      if (entry.wamid === wamid) {
        return [];
      }
      const { messageId, captionId } = entry.kind === 'note' ? entry.changes : entry.kind === 'link' ? entry : {};
      return [messageId, captionId].filter((id) => id !== undefined);
    }),
  );
}

/** Whether this process has posted a message for another WhatsApp message. */
export function isKnownOther(host: Host, wamid: string, messageId: string): boolean {
  return (host.memory.posted.get(messageId) ?? wamid) !== wamid;
}
