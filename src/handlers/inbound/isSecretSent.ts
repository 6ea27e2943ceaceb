import type { ConnectedNumber } from '../records/numbers';
import { SECRET_HEADER } from './SECRET_HEADER';

/** Whether 360dialog sends the secret of a number along, by the headers that it has for its webhooks, in any case. */
export function isSecretSent(headers: Readonly<Record<string, string>>, { webhookSecret }: ConnectedNumber): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === SECRET_HEADER && value === webhookSecret,
  );
}
