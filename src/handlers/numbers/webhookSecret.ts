import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { createHash, createHmac, timingSafeEqual } from 'crypto';
import { AppError } from '../core/errors/AppError';
import type { Host } from '../core/Host';
import type { ConnectedNumber } from './numbers';

/**
 * The secret that 360dialog sends with every webhook of a number. It is the same for the same number and key, so that
 * two administrators who connect the number at the same moment, even on two instances, register the same secret and
 * neither breaks the other's connection. Another key gives another secret.
 *
 * @param secret the installation's own secret
 */
export function webhookSecret(secret: string, digits: string, apiKey: string): string {
  return createHmac('sha256', secret).update(`webhook ${digits} ${apiKey}`).digest('hex');
}

/** The header that 360dialog sends with every webhook (360dialog: custom webhook headers). */
export const SECRET_HEADER = 'x-whatsapp-webhook-secret';

/**
 * The number whose secret a webhook carries, if any. Takes the same time for every wrong secret. The capitals of header
 * names do not matter: most servers pass them in lower case, some unchanged, some with a list of values.
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

/** The value of the secret's header, whatever the spelling of its name. */
function headerOf(headers: IApiRequest['headers']): string | undefined {
  const header = Object.keys(headers).find((name) => name.toLowerCase() === SECRET_HEADER);
  const [given] = [header === undefined ? undefined : headers[header]].flat();
  return typeof given === 'string' ? given : undefined;
}

/** Digests are compared because they have equal lengths, which the comparison needs. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Whether the headers that 360dialog has stored for a number's webhooks include its secret. The capitals of their names
 * do not matter.
 */
export function isSecretSent(headers: Readonly<Record<string, string>>, { webhookSecret }: ConnectedNumber): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === SECRET_HEADER && value === webhookSecret,
  );
}

/** The prefix of the doctor's challenge, which is sent in place of a secret; a random number follows. */
export const PROBE = 'probe ';

/** The answer to a random number that only this installation can compute. It gives no access. */
export function proofOf(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`probe ${nonce}`).digest('hex');
}

/** The answer to the doctor's challenge; undefined for every other request. */
export async function answerProbe(host: Host, { headers }: IApiRequest): Promise<IApiResponse | undefined> {
  const nonce = /^probe ([\da-f]{32})$/.exec(headerOf(headers) ?? '')?.[1];
  if (nonce === undefined) {
    return undefined;
  }
  const { visitorSecret } = await host.memory.install.get(host);
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, content: proofOf(visitorSecret, nonce) };
}

/**
 * The address that 360dialog delivers to: the workspace's own address and the app's private path. It is read again each
 * time, so that an admin who has just corrected the workspace's address can set the webhook again at once.
 *
 * @throws AppError when the workspace has no address (the server setting Site_Url) or Rocket.Chat gave no path
 */
export async function webhookUrl(host: Host): Promise<string> {
  const siteUrl = await host.memory.siteUrl.get(host, 0);
  const path = host.endpointPath('incoming');
  if (!siteUrl || !path) {
    throw new AppError({ kind: 'input', retry: 'no', key: 'errors:siteUrlMissing' });
  }
  return siteUrl + path;
}

/**
 * Whether an address is the app's former one, because the workspace's address (Site_Url) changed after the number's
 * webhook was set. To be called for an address that is not the current one.
 */
export function isFormerUrl(host: Host, { siteUrl }: Pick<ConnectedNumber, 'siteUrl'>, url: string): boolean {
  return siteUrl !== undefined && url === siteUrl + host.endpointPath('incoming');
}
