import { providerError } from '../../errors/providerError';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /v1/configs/webhook`; unset is an empty url or 404, by switch (the documents do not say). */
export const getWebhook: Endpoint = ({ switches }, { number }) => {
  if (number.webhook) return ok(number.webhook);
  return switches.current().unsetWebhook === '404'
    ? providerError(404, 'Webhook not found')
    : ok({ url: '', headers: {} });
};
