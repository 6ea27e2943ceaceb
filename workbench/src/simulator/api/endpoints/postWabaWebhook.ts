import { providerError } from '../../errors/providerError';
import { readWebhookTarget } from '../../webhooks/readWebhookTarget';
import { WABA_WEBHOOK } from '../../webhooks/wabaWebhook';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

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
