import * as v from 'valibot';
import type { FlowAnswer, FlowContent, MediaContent, MessageContent } from './MessageContent';
import { readProductContent } from './readContentParts';
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
/** The meaning of each answer to the question whether the business may call. */
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

const interactiveSchema = v.fallback(v.record(v.string(), v.unknown()), {});

/**
 * An answer to a message with buttons, a list, a form or a request. It is recognised by its parts, because `type` may
 * be missing. An unknown kind with a title is read like a button; a message of the business itself, which holds words
 * and no answer, like a text. Source:
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/interactive
 */
export function readInteractiveContent(interactive: unknown): MessageContent | undefined {
  const parts = v.parse(interactiveSchema, interactive);
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

/** Ids of the form itself that mean nothing to a reader. */
const HIDDEN = new Set(['flow_token', 'saved_address_id']);
const DEEPEST = 5;
const MOST_ANSWERS = 200;
/** Meta allows ten files. */
const MOST_FILES = 30;

const addressSchema = tolerant.object({ values: v.optional(v.unknown()) });
/** https://developers.facebook.com/docs/whatsapp/flows/reference/media_upload */
const fileSchema = v.object({ file_name: v.string(), mime_type: v.string(), id: tolerant.word });

const flowSchema = tolerant.object({
  name: tolerant.word,
  body: tolerant.word,
  response_json: v.optional(v.unknown()),
});

interface Filled {
  answers: FlowAnswer[];
  files: MediaContent[];
}

/**
 * The answers of a form (`nfm_reply`). `response_json` is a JSON text, an object, or another text, which is then the
 * only answer. Nested parts keep their path. Files are separated from the answers and represented by their names.
 */
export function readFlowContent(reply: unknown): FlowContent | undefined {
  const parsed = v.parse(flowSchema, reply);
  if (!parsed) return undefined;
  const all: Filled = { answers: [], files: [] };
  const filled = parseJson(parsed.response_json);
  const isAddress = parsed.name === 'address_message';
  collect(isAddress ? (v.parse(addressSchema, filled)?.values ?? filled) : filled, [], all);
  const { answers, files } = all;
  return {
    type: 'flow',
    answers,
    body: parsed.body,
    ...(isAddress ? { isAddress } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

function parseJson(json: unknown): unknown {
  if (typeof json !== 'string') return json;
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

function collect(value: unknown, path: string[], all: Filled): void {
  const { answers, files } = all;
  if (answers.length >= MOST_ANSWERS || path.length > DEEPEST) return;
  if (Array.isArray(value)) {
    const values = value.filter(isPlain);
    if (values.length > 0) answers.push({ path, values });
    for (const item of value) if (!isPlain(item)) collect(item, path, all);
  } else if (isPlain(value)) {
    if (value !== '') answers.push({ path, values: [value] });
  } else if (v.is(fileSchema, value)) {
    const { id, file_name: filename, mime_type: mimeType } = v.parse(fileSchema, value);
    answers.push({ path, values: [filename] });
    if (id !== undefined && files.length < MOST_FILES) files.push({ type: typeOf(mimeType), id, mimeType, filename });
  } else if (value !== null && typeof value === 'object') {
    for (const [name, part] of Object.entries(value)) if (!HIDDEN.has(name)) collect(part, [...path, name], all);
  }
}

function typeOf(mimeType: string): MediaContent['type'] {
  return (['image', 'video', 'audio'] as const).find((type) => mimeType.startsWith(`${type}/`)) ?? 'document';
}

function isPlain(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}
