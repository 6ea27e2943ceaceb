import { writeWebhook } from '../../handlers/dialog360/configureWebhook';
import { AppError } from '../../handlers/errors/AppError';
import { SECRET_HEADER } from '../../handlers/inbound/checkSecret';
import { connectionOf } from '../../handlers/outbound/connectionOf';
import { webhookUrl } from '../../handlers/webhookUrl';
import type { FieldErrors } from '../../machines/NumberForm';
import type { Scene } from '../Flow';

type Registration = { type: 'REGISTERED' } | { type: 'FAILED'; errors: FieldErrors };

/**
 * Makes 360dialog deliver the number's webhooks to us, with a secret that only the two of us know.
 * @throws what is no AppError: a bug is not to look like a refusal
 */
export async function registerWebhook(scene: Scene, apiKey: string, secret: string): Promise<Registration> {
  try {
    const url = await webhookUrl(scene.host);
    await writeWebhook(await connectionOf(scene.host, { apiKey }), { url, headers: { [SECRET_HEADER]: secret } });
    return { type: 'REGISTERED' };
  } catch (error) {
    if (error instanceof AppError) {
      return { type: 'FAILED', errors: { apiKey: { key: error.key, params: error.params } } };
    }
    throw error;
  }
}
