import type { Host } from '../Host';
import type { InboxEntry } from '../records/Entry';
import type { Heard } from '../records/heard';
import type { ConnectedNumber } from '../records/numbers';
import type { WebhookEvent } from '../whatsapp/webhook/WebhookEvent';

/** An event of a stored webhook, with the number it belongs to. */
export interface Task<Kind extends WebhookEvent['kind'] = WebhookEvent['kind']> {
  host: Host;
  event: Extract<WebhookEvent, { kind: Kind }>;
  inbox: InboxEntry;
  number: ConnectedNumber;
  /** What it tells of the customer service window. */
  heard?: Heard;
}
