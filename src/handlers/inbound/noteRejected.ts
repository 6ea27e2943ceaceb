import type { Host } from '../Host';
import type { RejectedItem } from '../webhook/WebhookReading';

/** A broken body may hold thousands of broken items; these few show what is wrong with it. */
const MOST = 5;

/** Says in the log which parts of a webhook could not be read. There is nothing of a person or a content in that. */
export function noteRejected(host: Host, rejected: readonly RejectedItem[]): void {
  if (rejected.length > 0) {
    const rows = rejected.slice(0, MOST).map((item) => JSON.stringify(item));
    host.logger.warn(`Parts of a webhook could not be read (${rejected.length}):`, ...rows);
  }
}
