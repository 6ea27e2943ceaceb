import { readChange } from './readChange';
import { readChanges } from './readChanges';
import type { WebhookReading } from './WebhookReading';

/**
 * Reads the body of a webhook: Meta's envelope, old flat bodies, coexistence history, wrapped bodies, all as 360dialog
 * and others deliver them. Every entry, change, message and status is read by itself; one that cannot be read leaves a
 * row in `rejected`, without content and without anybody's number. Never throws, whatever the body is.
 * Source: https://docs.360dialog.com/partner/messaging/receiving-messages-and-notifications
 */
export function readWebhook(body: unknown): WebhookReading {
  const readings = readChanges(body).map((change): WebhookReading =>
    'reason' in change ? { events: [], rejected: [change] } : readChange(change),
  );
  return {
    events: readings.flatMap(({ events }) => events),
    rejected: readings.flatMap(({ rejected }) => rejected),
  };
}
