import type { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { createHash, createHmac, timingSafeEqual } from 'crypto';
import { AppError } from '../core/errors/AppError';
import type { Host } from '../core/Host';
import type { ConnectedNumber } from './numbers';

/**
 * The secret that 360dialog sends with every webhook of a number. The same for the same number and key, so that two
 * administrators who connect it at the same moment, also on two instances, register the same one: whoever is last takes
 * nothing away from the other. Another key makes another secret.
 *
 * @param secret of the installation, which nobody else knows
 */
export function webhookSecret(secret: string, digits: string, apiKey: string): string {
  return createHmac('sha256', secret).update(`webhook ${digits} ${apiKey}`).digest('hex');
}

/** The header that 360dialog sends back with every webhook, as we registered it (360dialog: custom webhook headers). */
export const SECRET_HEADER = 'x-whatsapp-webhook-secret';

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

/** The value of the secret's header, whatever the spelling of its name. */
function headerOf(headers: IApiRequest['headers']): string | undefined {
  const header = Object.keys(headers).find((name) => name.toLowerCase() === SECRET_HEADER);
  const [given] = [header === undefined ? undefined : headers[header]].flat();
  return typeof given === 'string' ? given : undefined;
}

/** Digests are equally long, which the comparison needs and secrets need not be. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** Whether 360dialog sends the secret of a number along, by the headers that it has for its webhooks, in any case. */
export function isSecretSent(headers: Readonly<Record<string, string>>, { webhookSecret }: ConnectedNumber): boolean {
  return Object.entries(headers).some(
    ([name, value]) => name.toLowerCase() === SECRET_HEADER && value === webhookSecret,
  );
}

/** Stands in place of a secret where the doctor asks whether this app is at the address; a random number follows. */
export const PROBE = 'probe ';

/** The answer to a random number that only this installation can compute. It gives no access. */
export function proofOf(secret: string, nonce: string): string {
  return createHmac('sha256', secret).update(`probe ${nonce}`).digest('hex');
}

/** The answer to the doctor's question; undefined for every other request. */
export async function answerProbe(host: Host, { headers }: IApiRequest): Promise<IApiResponse | undefined> {
  const nonce = /^probe ([\da-f]{32})$/.exec(headerOf(headers) ?? '')?.[1];
  if (nonce === undefined) {
    return undefined;
  }
  const { visitorSecret } = await host.memory.install.get(host);
  return { status: 200, headers: { 'Content-Type': 'text/plain' }, content: proofOf(visitorSecret, nonce) };
}

/**
 * The address that 360dialog delivers to: the workspace's own address and our private path.
 * Read anew each time: who has just put the workspace's address right sets the webhook again at once.
 *
 * @throws AppError when the workspace has no address (the server setting Site_Url) or Rocket.Chat told no path
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
 * Whether an address that 360dialog delivers to is our own of before: the workspace has another address (Site_Url) since
 * the webhook of the number was set. To be asked of an address that is not ours now.
 */
export function isFormerUrl(host: Host, { siteUrl }: Pick<ConnectedNumber, 'siteUrl'>, url: string): boolean {
  return siteUrl !== undefined && url === siteUrl + host.endpointPath('incoming');
}
