import { providerError } from '../../errors/providerError';
import { readWebhookTarget } from '../../webhooks/readWebhookTarget';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `POST /v1/configs/webhook {url, headers?}`: no challenge, the URL is not called. An empty url clears it. */
export const postWebhook: Endpoint = ({ store, switches, bus }, { number, body }) => {
  const read = readWebhookTarget(body, switches.current().webhookUrlRules);
  if ('problem' in read) return providerError(400, read.problem);
  store.numbers.save({ ...number, webhook: read.target });
  bus.emit('state', {});
  return ok(read.target ?? { url: '', headers: {} });
};
