import * as v from 'valibot';
import type { MessageContent } from '../MessageContent';
import { readTime } from '../readTime';
import { tolerant } from '../tolerant';
import { readFlowContent } from './readFlowContent';

const option = tolerant.object({ id: tolerant.text, title: tolerant.word, description: tolerant.word });
const permission = tolerant.object({ response: tolerant.word, expiration_timestamp: v.optional(v.unknown()) });
const payment = tolerant.object({
  payment_method: tolerant.word,
  payment_status: tolerant.word,
  reference_id: tolerant.word,
});
const product = tolerant.object({
  product_retailer_id: tolerant.word,
  catalog_id: tolerant.word,
  body: tolerant.object({ text: tolerant.text }),
});

type Parts = Record<string, unknown>;

/** What a customer answered to, each under a name of its own in `interactive`. */
const readers: Record<string, (part: unknown, parts: Parts) => MessageContent | undefined> = {
  button_reply: readOption,
  list_reply: readOption,
  nfm_reply: readFlowContent,
  call_permission_reply: (part) => {
    const { response, expiration_timestamp } = v.parse(permission, part) ?? {};
    const expiresAt = readTime(expiration_timestamp).timestamp ?? undefined;
    return { type: 'call-permission', isGranted: response === 'accept', expiresAt };
  },
  payment_method: readPayment,
  payment_notification: readPayment,
  product: readProduct,
  action: readProduct,
};

const schema = v.fallback(v.record(v.string(), v.unknown()), {});

/**
 * An answer to a message with buttons, a list, a form or a request. Read by what is there, since `type` may be missing.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive
 */
export function readInteractiveContent(interactive: unknown): MessageContent | undefined {
  const parts = v.parse(schema, interactive);
  const name = Object.keys(readers).find((each) => parts[each] !== undefined);
  return name === undefined ? undefined : readers[name]?.(parts[name], parts);
}

function readOption(part: unknown): MessageContent | undefined {
  const { id, title, description } = v.parse(option, part) ?? {};
  const shown = title ?? (id?.trim() || undefined);
  return shown === undefined ? undefined : { type: 'option', title: shown, id, description };
}

function readPayment(part: unknown): MessageContent {
  const { payment_method, payment_status, reference_id } = v.parse(payment, part) ?? {};
  return { type: 'payment', method: payment_method, status: payment_status, reference: reference_id };
}

function readProduct(part: unknown, parts: Parts): MessageContent | undefined {
  const { product_retailer_id, catalog_id } = v.parse(product, part) ?? {};
  const text = v.parse(product, parts)?.body?.text;
  if (product_retailer_id === undefined) return undefined;
  return {
    type: 'product',
    productId: product_retailer_id,
    catalogId: catalog_id,
    text: text?.trim() ? text : undefined,
  };
}
