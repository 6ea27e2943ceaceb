import { createHash, timingSafeEqual } from 'crypto';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { ConnectedNumber } from '../records/numbers';
import { SECRET_HEADER } from './SECRET_HEADER';

/** The number whose secret a webhook carries, if any. Takes the same time for every wrong secret. */
export function findBySecret(
  headers: IApiRequest['headers'],
  numbers: readonly ConnectedNumber[],
): ConnectedNumber | undefined {
  const given = headers[SECRET_HEADER];
  if (typeof given !== 'string') {
    return undefined;
  }
  return numbers.filter(({ webhookSecret }) => timingSafeEqual(digest(webhookSecret), digest(given)))[0];
}

/** Digests are equally long, which the comparison needs and secrets need not be. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
