import { SECRET_HEADER } from '../inbound/SECRET_HEADER';
import { webhookUrl } from '../webhookUrl';
import type { Check } from './Exam';

/** Milliseconds; 360dialog itself gives up after five seconds. */
const TIMEOUT = 5_000;

/**
 * Sends a webhook of the kind that 360dialog sends, without any news in it, to the address that 360dialog has: does it
 * arrive at this app? It leaves the workspace by its public address, so a wrong Site Url or a closed port shows.
 */
export const checkLoopBack: Check = async ({ host, number }) => {
  const body = { object: 'whatsapp_business_account', entry: [{ id: 'doctor', changes: [] }] };
  const startedAt = Date.now();
  const response = await host.http
    .post(await webhookUrl(host), {
      headers: { 'Content-Type': 'application/json', [SECRET_HEADER]: number.webhookSecret },
      content: JSON.stringify(body),
      timeout: TIMEOUT,
    })
    .catch(() => undefined);
  if (response?.statusCode === 200) {
    return [{ level: 'good', says: { key: 'doctor:loopBack', params: { ms: Date.now() - startedAt } } }];
  }
  const details = response ? `HTTP ${response.statusCode}` : '–';
  return [{ level: 'bad', says: { key: 'doctor:loopBackFailed', params: { details } } }];
};
