import { readWebhook } from '../../../../src/handlers/webhook/readWebhook';
import type { WebhookEvent } from '../../../../src/handlers/webhook/WebhookEvent';
import { readFixture } from './readFixture';

/** The events of a fixture that is read without any rejection. */
export function eventsOf(name: string): WebhookEvent[] {
  const { events, rejected } = readWebhook(readFixture(name));
  expect(rejected).toEqual([]);
  return events;
}
