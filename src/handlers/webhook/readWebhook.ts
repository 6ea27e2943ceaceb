import { readChange } from './readChange';
import { readChanges } from './readChanges';
import type { WebhookEvent } from './WebhookEvent';
import type { WebhookReading } from './WebhookReading';

/**
 * Reads the body of a webhook: Meta's envelope, old flat bodies, coexistence history, wrapped bodies, all as 360dialog
 * and others deliver them. Every entry, change, message and status is read by itself; one that cannot be read leaves a
 * row in `rejected`, without content and without anybody's number. Never throws, whatever the body is.
 * Source: https://docs.360dialog.com/partner/messaging/receiving-messages-and-notifications
 *
 * @param receivedAt epoch milliseconds; nothing has happened later than that, whatever a clock ahead of ours says
 */
export function readWebhook(body: unknown, receivedAt = Date.now()): WebhookReading {
  const readings = readChanges(body).map((change): WebhookReading =>
    'reason' in change ? { events: [], rejected: [change] } : readChange(change),
  );
  return {
    events: readings.flatMap(({ events }) => events.map((event) => noLater(event, receivedAt))),
    rejected: readings.flatMap(({ rejected }) => rejected),
  };
}

function noLater(event: WebhookEvent, receivedAt: number): WebhookEvent {
  return event.timestamp !== null && event.timestamp > receivedAt ? { ...event, timestamp: receivedAt } : event;
}
