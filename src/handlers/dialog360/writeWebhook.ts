import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './timeouts';

/**
 * Makes 360dialog deliver the number's webhooks to an address, with headers that it repeats on every delivery. What was
 * set before is replaced. The answer's body differs from document to document, so its status alone counts.
 * Source: https://docs.360dialog.com/docs/messaging/webhook
 * @throws AppError as every call
 */
export async function writeWebhook(
  connection: Connection,
  webhook: { url: string; headers: Record<string, string> },
): Promise<void> {
  await callDialog360(connection, {
    method: 'post',
    path: '/v1/configs/webhook',
    json: webhook,
    timeout: timeouts.configure,
  });
}
