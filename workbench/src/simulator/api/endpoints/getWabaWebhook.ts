import type { WebhookTarget } from '../../store/NumberRecord';
import { WABA_WEBHOOK } from '../../webhooks/wabaWebhook';
import type { Endpoint } from '../Endpoint';
import { ok } from '../ok';

/** `GET /waba_webhook`: the default of all numbers, and where template and account events go. */
export const getWabaWebhook: Endpoint = ({ store }) =>
  ok(store.settings.get<WebhookTarget | null>(WABA_WEBHOOK) ?? { url: '', headers: {} });
