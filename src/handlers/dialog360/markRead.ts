import { callDialog360 } from './callDialog360';
import type { Connection } from './Connection';
import { timeouts } from './Connection';

/**
 * Shows the customer that a message, and those before it, were read; with `typing` also that an answer is being
 * written, until it comes or for 25 seconds at most.
 * @param wamid of a message from the customer; one of our own is refused (`errors:contentRefused`)
 * @throws AppError as every call
 */
export async function markRead(
  connection: Connection,
  wamid: string,
  options: { typing?: boolean } = {},
): Promise<void> {
  await callDialog360(connection, {
    method: 'post',
    path: '/messages',
    json: {
      messaging_product: 'whatsapp',
      status: 'read',
      message_id: wamid,
      ...(options.typing ? { typing_indicator: { type: 'text' } } : {}),
    },
    timeout: timeouts.read,
  });
}
