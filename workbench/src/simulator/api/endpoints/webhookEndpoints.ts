import { providerError } from '../../errors/metaError';
import type { WebhookTarget } from '../../store/numbers';
import { readWebhookTarget, WABA_WEBHOOK } from '../../webhooks/readWebhookTarget';
import { ok } from '../Answer';
import type { Endpoint } from '../Endpoint';

/** `GET /v1/configs/webhook`; unset is an empty url or 404, by switch (the documents do not say). */
export const getWebhook: Endpoint = ({ switches }, { number }) => {
  if (number.webhook) return ok(number.webhook);
  return switches.current().unsetWebhook === '404'
    ? providerError(404, 'Webhook not found')
    : ok({ url: '', headers: {} });
};

/** `POST /v1/configs/webhook {url, headers?}`: no challenge, the URL is not called. An empty url clears it. */
export const postWebhook: Endpoint = ({ store, switches, bus }, { number, body }) => {
  const read = readWebhookTarget(body, switches.current().webhookUrlRules);
  if ('problem' in read) return providerError(400, read.problem);
  store.numbers.save({ ...number, webhook: read.target });
  bus.emit('state', {});
  return ok(read.target ?? { url: '', headers: {} });
};

/** `GET /waba_webhook`: the default of all numbers, and where template and account events go. */
export const getWabaWebhook: Endpoint = ({ store }) =>
  ok(store.settings.get<WebhookTarget | null>(WABA_WEBHOOK) ?? { url: '', headers: {} });

/** `POST /waba_webhook {url, headers?, override_all?}`; `override_all` also takes the place of every number's webhook. */
export const postWabaWebhook: Endpoint = ({ store, switches, bus }, { number, body }) => {
  const read = readWebhookTarget(body, switches.current().webhookUrlRules);
  if ('problem' in read) return providerError(400, read.problem);
  store.settings.set(WABA_WEBHOOK, read.target);
  if (body.override_all === true) {
    for (const other of store.numbers.all().filter(({ wabaId }) => wabaId === number.wabaId)) {
      store.numbers.save({ ...other, webhook: read.target });
    }
  }
  bus.emit('state', {});
  return ok({ ...(read.target ?? { url: '', headers: {} }), override_all: body.override_all === true });
};
