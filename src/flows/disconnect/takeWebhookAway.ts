import { removeWebhook } from '../../handlers/dialog360/configureWebhook';
import { AppError } from '../../handlers/errors/AppError';
import { connectionOf } from '../../handlers/outbound/connectionOf';
import { readNumbers } from '../../handlers/records/numbers';
import { webhookUrl } from '../../handlers/webhookUrl';
import type { DisconnectEvent } from '../../machines/disconnectNumber';
import type { Scene } from '../Scene';

/**
 * Takes our webhook away at 360dialog, so that it does not go on sending to an address that has no number any more.
 * @throws what is no AppError: a bug is not to look like a refusal
 */
export async function takeWebhookAway(scene: Scene, digits: string): Promise<DisconnectEvent> {
  const number = (await readNumbers(scene.host)).find((each) => each.digits === digits);
  if (!number) {
    return { type: 'WEBHOOK_REMOVED' };
  }
  try {
    await removeWebhook(await connectionOf(scene.host, number), await webhookUrl(scene.host));
    return { type: 'WEBHOOK_REMOVED' };
  } catch (error) {
    if (error instanceof AppError) {
      return { type: 'WEBHOOK_STAYS', reason: { key: error.key, params: error.params } };
    }
    throw error;
  }
}
