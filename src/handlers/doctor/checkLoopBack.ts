import { SECRET_HEADER } from '../inbound/SECRET_HEADER';
import { webhookUrl } from '../webhookUrl';
import type { Check } from './Exam';

/** Milliseconds; 360dialog itself gives up after five seconds. */
const TIMEOUT = 5_000;

/** Characters of the larger test: Rocket.Chat takes 100 kB, and no setting of it changes that; a proxy may take less. */
const LARGE = 90_000;

/**
 * Sends a webhook of the kind that 360dialog sends, without any news in it, to the address that 360dialog has: does it
 * arrive at this app, and at no other server that answers there? It leaves the workspace by its public address, so a wrong Site Url or a closed port shows.
 */
export const checkLoopBack: Check = async ({ host, number }) => {
  const empty = { object: 'whatsapp_business_account', entry: [{ id: 'doctor', changes: [] }] };
  const url = await webhookUrl(host);
  const post = (secret: string, body: object = empty) =>
    host.http
      .post(url, {
        headers: { 'Content-Type': 'application/json', [SECRET_HEADER]: secret },
        content: JSON.stringify(body),
        timeout: TIMEOUT,
      })
      .then(({ statusCode }) => statusCode)
      .catch(() => undefined);
  const startedAt = Date.now();
  const status = await post(number.webhookSecret);
  const ms = Date.now() - startedAt;
  // Some other server answers everything well; this app refuses what comes without the secret.
  const isUs = status === 200 && (await post('-')) === 401;
  if (isUs) {
    const large = await post(number.webhookSecret, { ...empty, filler: 'x'.repeat(LARGE) });
    const params = { details: large === undefined ? `> ${TIMEOUT / 1000} s` : `HTTP ${large}` };
    return [
      { level: 'good', says: { key: 'doctor:loopBack', params: { ms } } },
      ...(large === 200 ? [] : [{ level: 'doubtful' as const, says: { key: 'doctor:bodyRefused', params } }]),
    ];
  }
  return [
    status === undefined
      ? { level: 'bad', says: { key: 'doctor:loopBackFailed' } }
      : { level: 'bad', says: { key: 'doctor:loopBackOther', params: { details: `HTTP ${status}` } } },
  ];
};
