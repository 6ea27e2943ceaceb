import type { Host } from '../../core/Host';
import type { CustomerActivity } from '../../core/records/customerActivity';
import type { ConnectedNumber } from '../../numbers/numbers';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import type { MessageEvent, WebhookEvent } from '../../whatsapp/webhook/WebhookEvent';

/** Contents that may not come from the customer, or that cannot be read. */
const DOUBTFUL: ReadonlySet<string> = new Set(['unsupported', 'welcome-request', 'payment']);

/**
 * The effect of an event on the customer service window. The customer's messages open it, even if their file cannot be
 * fetched, and so do their calls. It is not documented whether a reaction, an edit or a deletion does.
 *
 * @param receivedAt epoch milliseconds; used when WhatsApp gives no time
 * @returns undefined for an event that the customer did not cause
 */
export function readActivity(
  event: WebhookEvent,
  { digits }: Pick<ConnectedNumber, 'digits'>,
  receivedAt: number,
): CustomerActivity | undefined {
  const how = readHow(event);
  const customer = how && 'customer' in event ? (event.customer.waId ?? event.customer.userId) : undefined;
  return how && customer ? { number: digits, customer, at: event.timestamp ?? receivedAt, how } : undefined;
}

function readHow(event: WebhookEvent): CustomerActivity['how'] | undefined {
  if (event.kind === 'message') {
    return howOf(event);
  }
  if (event.kind === 'call') {
    return event.direction === 'in' ? 'wrote' : undefined;
  }
  return event.kind === 'reaction' || event.kind === 'edit' || event.kind === 'revoke' ? 'may-have-written' : undefined;
}

function howOf({ content, referral }: MessageEvent): CustomerActivity['how'] | undefined {
  if (content.type === 'system') {
    return undefined;
  }
  if (DOUBTFUL.has(content.type)) {
    return 'may-have-written';
  }
  return referral ? 'came-from-ad' : 'wrote';
}

/** Caches it in this process. It never moves back. */
export function noteActivity(host: Host, { number, customer, at, how }: CustomerActivity): void {
  const { lastHeard } = host.memory;
  const key = conversationKey(number, customer);
  const known = lastHeard.get(key);
  lastHeard.set(key, { ...known, [how]: Math.max(known?.[how] ?? at, at) });
}
