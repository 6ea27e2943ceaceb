import { randomBytes } from 'crypto';
import { PROBE, proofOf, SECRET_HEADER } from '../webhookSecret';
import { webhookUrl } from '../webhookUrl';
import type { Check } from './Exam';

/** Milliseconds; 360dialog itself gives up after five seconds. */
const TIMEOUT = 5_000;

/** Characters of the larger test: Rocket.Chat takes 100 kB, and no setting of it changes that; a proxy may take less. */
const LARGE = 90_000;

/**
 * Sends a question to the address that 360dialog has for webhooks: does it arrive at this app, and at no other server that
 * answers there? It leaves the workspace by its public address, so a wrong Site Url or a closed port shows. Whoever is
 * there learns nothing: the question is a random number, and only this app knows the answer.
 */
export const checkLoopBack: Check = async ({ host }) => {
  const url = await webhookUrl(host);
  const nonce = randomBytes(16).toString('hex');
  const ask = (filler = '') =>
    host.http
      .post(url, {
        headers: { 'Content-Type': 'application/json', [SECRET_HEADER]: `${PROBE}${nonce}` },
        content: JSON.stringify({ object: 'whatsapp_business_account', entry: [], filler }),
        timeout: TIMEOUT,
      })
      .catch(() => undefined);
  const startedAt = Date.now();
  const answer = await ask();
  const ms = Date.now() - startedAt;
  const { visitorSecret } = await host.memory.install.get(host);
  if (answer?.statusCode === 200 && answer.content?.trim() === proofOf(visitorSecret, nonce)) {
    const large = await ask('x'.repeat(LARGE));
    const params = { details: large === undefined ? `> ${TIMEOUT / 1000} s` : `HTTP ${large.statusCode}` };
    return [
      { level: 'good', says: { key: 'doctor:loopBack', params: { ms } } },
      ...(large?.statusCode === 200
        ? []
        : [{ level: 'doubtful' as const, says: { key: 'doctor:bodyRefused', params } }]),
    ];
  }
  return [
    answer === undefined
      ? { level: 'bad', says: { key: 'doctor:loopBackFailed' } }
      : { level: 'bad', says: { key: 'doctor:loopBackOther', params: { details: `HTTP ${answer.statusCode}` } } },
  ];
};
