import { createHash, timingSafeEqual } from 'crypto';
import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { ConnectedNumber } from '../records/numbers';
import { SECRET_HEADER } from './SECRET_HEADER';

/**
 * The number whose secret a webhook carries, if any. Takes the same time for every wrong secret. Names of headers are
 * told apart by no one: most servers hand them over in small letters, some as they came, some with a list of values.
 */
export function findBySecret(
  headers: IApiRequest['headers'],
  numbers: readonly ConnectedNumber[],
): ConnectedNumber | undefined {
  const given = headerOf(headers);
  if (given === undefined) {
    return undefined;
  }
  return numbers.filter(({ webhookSecret }) => timingSafeEqual(digest(webhookSecret), digest(given)))[0];
}

/** What came in the secret's header, in whatever spelling. */
export function headerOf(headers: IApiRequest['headers']): string | undefined {
  const header = Object.keys(headers).find((name) => name.toLowerCase() === SECRET_HEADER);
  const [given] = [header === undefined ? undefined : headers[header]].flat();
  return typeof given === 'string' ? given : undefined;
}

/** Digests are equally long, which the comparison needs and secrets need not be. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
