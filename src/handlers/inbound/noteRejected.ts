import type { Host } from '../Host';
import type { RejectedItem } from '../whatsapp/webhook/WebhookEvent';

/** A broken body may hold thousands of broken items; these few show what is wrong with it. */
const MOST = 5;

/**
 * Says in the log which parts of a webhook could not be read. There is nothing of a person or a content in that. Statuses
 * of payments and the like are no messages' and nothing to be said of.
 */
export function noteRejected(host: Host, rejected: readonly RejectedItem[]): void {
  const unread = rejected.filter(({ reason }) => reason !== 'unknown-status');
  if (unread.length > 0) {
    const rows = unread.slice(0, MOST).map((item) => JSON.stringify(item));
    host.logger.warn(`Parts of a webhook could not be read (${unread.length}):`, ...rows);
  }
}
