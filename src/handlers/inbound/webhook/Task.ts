import type { Host } from '../../core/Host';
import { removeEntry } from '../../core/records/entries';
import type { InboxEntry } from '../../core/records/Entry';
import type { Heard } from '../../core/records/heard';
import type { ConnectedNumber } from '../../numbers/numbers';
import type { WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';
import { isRepeated } from './isRepeated';

/** An event of a stored webhook, with the number it belongs to. */
export interface Task<Kind extends WebhookEvent['kind'] = WebhookEvent['kind']> {
  host: Host;
  event: Extract<WebhookEvent, { kind: Kind }>;
  inbox: InboxEntry;
  number: ConnectedNumber;
  /** Its effect on the customer service window. */
  heard?: Heard;
}

/** An event that has a wamid of its own. */
type Numbered = Pick<Task, 'host' | 'inbox'> & { event: { wamid: string } };

/**
 * Does the work, unless the message was put into its room before. A repeated webhook costs its one read; its record is
 * left to the sweep, which removes it here.
 */
export async function unlessRepeated({ host, event, inbox }: Numbered, work: () => Promise<void>): Promise<void> {
  if (!(await isRepeated(host, inbox, event.wamid))) {
    await work();
  } else if (inbox.resumed && inbox.wamid === event.wamid) {
    await removeEntry(host, inbox);
  }
}
