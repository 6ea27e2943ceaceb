import { createHash, timingSafeEqual } from 'crypto';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { ConnectedNumber } from '../records/numbers';

/** The header that 360dialog sends back with every webhook, as we registered it (360dialog: custom webhook headers). */
export const SECRET_HEADER = 'x-whatsapp-webhook-secret';

/** Whether a webhook carries the secret of a connected number. Takes the same time for every wrong secret. */
export function hasWebhookSecret(headers: IApiRequest['headers'], numbers: readonly ConnectedNumber[]): boolean {
  const given = headers[SECRET_HEADER];
  if (typeof given !== 'string') {
    return false;
  }
  return numbers.filter(({ webhookSecret }) => timingSafeEqual(digest(webhookSecret), digest(given))).length > 0;
}

/** Digests are equally long, which the comparison needs and secrets need not be. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
