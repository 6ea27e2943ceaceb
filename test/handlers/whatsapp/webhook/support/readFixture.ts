import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MessageContent } from '../../../../../src/handlers/whatsapp/webhook/MessageContent';
import { readWebhook } from '../../../../../src/handlers/whatsapp/webhook/readWebhook';
import type { WebhookEvent } from '../../../../../src/handlers/whatsapp/webhook/WebhookEvent';

const folder = join(__dirname, '../../../../fixtures/webhooks');

/** A webhook body of `test/fixtures/webhooks`, by the name of its case. */
export function readFixture(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as unknown;
}

/** The events of a fixture that is read without any rejection. */
export function eventsOf(name: string): WebhookEvent[] {
  const { events, rejected } = readWebhook(readFixture(name));
  expect(rejected).toEqual([]);
  return events;
}

/** The content of the one message in a fixture. */
export function contentOf(name: string): MessageContent {
  const [event] = eventsOf(name);
  if (event?.kind !== 'message') throw new Error(`${name} holds no message`);
  return event.content;
}
