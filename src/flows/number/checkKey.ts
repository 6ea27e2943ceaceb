import { writeWebhook } from '../../handlers/dialog360/configureWebhook';
import { readHealth } from '../../handlers/dialog360/readHealth';
import { AppError } from '../../handlers/core/errors/AppError';
import { SECRET_HEADER, webhookUrl } from '../../handlers/numbers/webhookSecret';
import { connectionOf } from '../../handlers/numbers/connectionOf';
import { readPhoneNumber, sameCustomer } from '../../handlers/whatsapp/phoneNumbers';
import type { FieldErrors, NumberFacts } from '../../machines/numberForm';
import type { Scene } from '../Flow';

type Check = { type: 'ACCEPTED'; facts: NumberFacts } | { type: 'FAILED'; errors: FieldErrors };

/**
 * Asks 360dialog whether it accepts a key and, if it says so, for which number. Otherwise the number is checked with
 * the first webhook.
 *
 * @throws every error that is not an AppError: a bug must not look like a refusal
 */
export async function checkKey(scene: Scene, apiKey: string, digits: string): Promise<Check> {
  try {
    const health = await readHealth(await connectionOf(scene.host, { apiKey }));
    const told = health.displayPhoneNumber ? readPhoneNumber(health.displayPhoneNumber) : undefined;
    if (told?.ok && !sameCustomer(told.value.digits, digits)) {
      const params = { number: told.value.international };
      return { type: 'FAILED', errors: { phoneNumber: { key: 'errors:keyOfOtherNumber', params } } };
    }
    const { phoneNumberId, displayName, quality, messagingLimit } = health;
    return { type: 'ACCEPTED', facts: { phoneNumberId, displayName, quality, messagingLimit } };
  } catch (error) {
    if (error instanceof AppError) {
      return { type: 'FAILED', errors: { apiKey: { key: error.key, params: error.params } } };
    }
    throw error;
  }
}

type Registration = { type: 'REGISTERED' } | { type: 'FAILED'; errors: FieldErrors };

/**
 * Makes 360dialog deliver the number's webhooks to this app, with a secret that only the app and 360dialog know.
 * @throws every error that is not an AppError: a bug must not look like a refusal
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
