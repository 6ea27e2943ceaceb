import * as v from 'valibot';
import type { MessageContent } from './MessageContent';
import { readProductContent } from './readContentParts';
import { readFlowContent } from './readFlowContent';
import { readTime, tolerant } from './tolerant';

const option = tolerant.object({ id: tolerant.text, title: tolerant.word, description: tolerant.word });
/** Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/calling/user-call-permissions */
const permission = tolerant.object({
  response: tolerant.term,
  response_source: tolerant.term,
  is_permanent: v.optional(v.unknown()),
  expiration_timestamp: v.optional(v.unknown()),
});
const payment = tolerant.object({
  payment_method: tolerant.word,
  payment_status: tolerant.term,
  reference_id: tolerant.word,
  transaction_id: tolerant.word,
  payer_name: tolerant.word,
});
const worded = tolerant.object({ body: tolerant.object({ text: tolerant.text }) });
/** Answers to the question whether the business may call → whether it may. */
const permissions = new Map([
  ['accept', true],
  ['reject', false],
]);

type Parts = Record<string, unknown>;

/** The reader of each kind of answer, by its name in `interactive`. */
const readers: Record<string, (part: unknown, parts: Parts) => MessageContent | undefined> = {
  button_reply: readOption,
  list_reply: readOption,
  nfm_reply: readFlowContent,
  call_permission_reply: (part) => {
    const { response, response_source: source, is_permanent, expiration_timestamp } = v.parse(permission, part) ?? {};
    const isGranted = permissions.get(response ?? '');
    return isGranted === undefined
      ? undefined
      : {
          type: 'call-permission',
          isGranted,
          isPermanent: is_permanent === true || undefined,
          isAutomatic: source === 'automatic' || undefined,
          expiresAt: readTime(expiration_timestamp).timestamp ?? undefined,
        };
  },
  payment_method: readPayment,
  payment_notification: readPayment,
  product: readProductContent,
  action: readProductContent,
};

const schema = v.fallback(v.record(v.string(), v.unknown()), {});

/**
 * An answer to a message with buttons, a list, a form or a request. Read by what is there, since `type` may be missing. A
 * kind that is new and has a title is read like a button; what holds no answer but words, as the business itself sends it,
 * like a text.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive
 */
export function readInteractiveContent(interactive: unknown): MessageContent | undefined {
  const parts = v.parse(schema, interactive);
  for (const [name, read] of Object.entries(readers)) {
    const content = parts[name] === undefined ? undefined : read(parts[name], parts);
    if (content) return content;
  }
  const type = v.parse(tolerant.term, parts.type);
  const said = v.parse(worded, parts)?.body?.text;
  return (
    (type === undefined || Object.hasOwn(readers, type) ? undefined : readOption(parts[type])) ??
    (said?.trim() ? { type: 'text', body: said } : undefined)
  );
}

function readOption(part: unknown): MessageContent | undefined {
  const { id, title, description } = v.parse(option, part) ?? {};
  const shown = title ?? (id?.trim() || undefined);
  return shown === undefined ? undefined : { type: 'option', title: shown, id, description };
}

function readPayment(part: unknown): MessageContent {
  const told = v.parse(payment, part) ?? {};
  return {
    type: 'payment',
    method: told.payment_method,
    status: told.payment_status,
    payer: told.payer_name,
    reference: told.reference_id,
    transaction: told.transaction_id,
  };
}
