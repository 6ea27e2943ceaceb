import { readWebhookSettings } from '../../dialog360/configureWebhook';
import { isFormerUrl } from '../isFormerUrl';
import { isSecretSent } from '../webhookSecret';
import { webhookUrl } from '../webhookUrl';
import type { Check } from './Exam';

/** Does 360dialog deliver to us, and with our secret? */
export const checkWebhook: Check = async ({ host, connection, number }) => {
  const foreign = host.memory.foreignEvents.get(number.digits) ?? 0;
  const { url, headers } = await readWebhookSettings(connection);
  const ours = await webhookUrl(host);
  if (url === undefined) {
    return [{ level: 'bad', says: { key: 'doctor:webhookLost' } }];
  }
  if (url !== ours && isFormerUrl(host, number, url)) {
    return [{ level: 'bad', says: { key: 'doctor:webhookMoved', params: { host: hostOf(url) } } }];
  }
  if (url !== ours) {
    return [{ level: 'bad', says: { key: 'doctor:webhookForeign', params: { host: hostOf(url) } } }];
  }
  return [
    { level: 'good', says: { key: 'doctor:webhookOurs' } },
    isSecretSent(headers ?? {}, number)
      ? { level: 'good', says: { key: 'doctor:secretSet' } }
      : { level: 'bad', says: { key: 'doctor:secretWrong' } },
    ...(foreign > 0
      ? [{ level: 'doubtful' as const, says: { key: 'doctor:foreignEvents', params: { count: foreign } } }]
      : []),
  ];
};

/** Only the host: the path of an address may hold somebody's secret. */
function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '?';
}
