import { createHash } from 'crypto';
import * as v from 'valibot';
import { readAddress } from './customers';
import type { Customer, WhatsAppError } from './EventBase';
import { readContent } from './readContent';
import type { MessageContent } from './MessageContent';
import type { Reader, Scope } from './readScope';
import { eventBase, findCustomer, plainWord } from './readScope';
import { tolerant } from './tolerant';
import type { EchoAct, MessageContext, Referral, WebhookEvent } from './WebhookEvent';

/** The id of the changed message: Meta's name for it first, then the names that others use. */
const target = { original_message_id: tolerant.word, message_id: tolerant.word, id: tolerant.word };

/** The fields of a message except its content. Echoes and messages of the history have them too. */
export const messageSchema = v.object({
  id: tolerant.word,
  from: tolerant.word,
  from_user_id: tolerant.word,
  from_parent_user_id: tolerant.word,
  to: tolerant.word,
  to_user_id: tolerant.word,
  to_parent_user_id: tolerant.word,
  group_id: tolerant.word,
  timestamp: v.optional(v.unknown()),
  type: tolerant.term,
  reaction: tolerant.object({ ...target, emoji: tolerant.word }),
  edit: tolerant.object(target),
  revoke: tolerant.object(target),
  system: tolerant.object({
    type: tolerant.term,
    wa_id: tolerant.word,
    new_wa_id: tolerant.word,
    user_id: tolerant.word,
    parent_user_id: tolerant.word,
    previous_user_id: tolerant.word,
    previous_parent_user_id: tolerant.word,
    customer: tolerant.word,
    body: tolerant.word,
  }),
});

type RawMessage = v.InferOutput<typeof messageSchema>;

/**
 * Reads one item of `messages`: what a customer wrote, or did to an earlier message. The files of a form become messages of
 * their own. A message of a group is refused, and nothing of it is kept.
 */
export const readMessage: Reader = (item, scope) => {
  const parsed = v.safeParse(messageSchema, item);
  if (!parsed.success) return [{ reason: 'not-an-object' }];
  // Meta gives every message an id. A message without one must not be lost all the same.
  const raw = { ...parsed.output, id: parsed.output.id ?? idFromContent(item) };
  if (raw.group_id !== undefined) return [{ kind: 'group', what: 'message', ...eventBase(raw.timestamp, scope) }];
  const type = plainWord(raw.type);
  const customer = findSender(raw, scope);
  if (!customer) return [{ reason: 'missing-sender', type }];
  const event = readSystem(raw, customer, scope) ?? readAction(item, raw, customer, scope);
  return [event, ...readFiles(event)];
};

/** The files of a form as separate messages. Their ids are derived from the form's id. */
function readFiles(event: WebhookEvent): WebhookEvent[] {
  if (event.kind !== 'message' || event.content.type !== 'flow') return [];
  const { context: _context, referral: _referral, content, ...form } = event;
  return (content.files ?? []).map((file, index) => ({ ...form, wamid: `${form.wamid}#${index + 1}`, content: file }));
}

function findSender(raw: RawMessage, scope: Scope): Customer | undefined {
  const { system } = raw;
  return findCustomer(
    {
      address: raw.from ?? system?.customer,
      // When a customer's id has changed, the field beside the message may already hold the new id.
      userId: system?.previous_user_id ?? raw.from_user_id,
      parentUserId: system?.previous_parent_user_id ?? raw.from_parent_user_id,
    },
    scope,
  );
}

function readAction(item: unknown, raw: RawMessage, customer: Customer, scope: Scope): WebhookEvent {
  const act = readAct(raw, item, scope.errors);
  const base = { wamid: raw.id ?? '', customer, ...eventBase(raw.timestamp, scope) };
  if (act.type === 'message') return { kind: 'message', ...base, content: act.content, ...readMessageContext(item) };
  if (act.type === 'reaction') return { kind: 'reaction', ...base, target: act.target, emoji: act.emoji };
  if (act.type === 'edit') return { kind: 'edit', ...base, target: act.target, content: act.content };
  return { kind: 'revoke', ...base, target: act.target };
}

const acts = ['reaction', 'edit', 'revoke'] as const;
const parts = v.fallback(v.record(v.string(), v.unknown()), {});
/** How many edits may be nested in one another. */
const DEEPEST = 4;

/**
 * The event of a message: a new message, or a change to an earlier one. A change that does not name the earlier message
 * counts as a new message, so that nothing is lost.
 *
 * @param item the unparsed message
 */
export function readAct(raw: RawMessage, item: unknown, errors: WhatsAppError[] = []): EchoAct {
  const type = acts.find((each) => (raw.type === undefined ? raw[each] !== undefined : raw.type === each));
  const act = type && raw[type];
  const target = act?.original_message_id ?? act?.message_id ?? act?.id;
  if (type === 'reaction' && target !== undefined) return { type, target, emoji: raw.reaction?.emoji ?? null };
  if (type === 'revoke' && target !== undefined) return { type, target };
  const edited = type === 'edit' ? readEdited(v.parse(parts, item).edit, errors) : undefined;
  if (type === 'edit' && target !== undefined && edited) return { type, target, content: edited };
  const content = edited && edited.type !== 'unsupported' ? edited : readContent(item, errors);
  return { type: 'message', content };
}

/** The caption is all of a file that can be edited, so that an edit may come without the file's id. */
const captionSchema = tolerant.object({ caption: tolerant.word });

function readEdited(edit: unknown, errors: WhatsAppError[]): MessageContent {
  const found = findEdited(edit);
  const content = readContent(found, errors);
  if (content.type !== 'unsupported') return content;
  const captions = Object.values(v.parse(parts, found)).map((part) => v.parse(captionSchema, part)?.caption);
  const body = captions.find((caption) => caption !== undefined);
  if (body !== undefined) return { type: 'text', body };
  return content.what === undefined && content.text === undefined && content.errors.length === 0
    ? { ...content, what: 'edit', isEmpty: true }
    : content;
}

/** The new text of an edited message. It is in `message`, beside the id, or one edit deeper. */
function findEdited(edit: unknown, depth = 0): unknown {
  const { message, edit: inner } = v.parse(parts, edit);
  const next = message ?? inner ?? undefined;
  return next === undefined || depth >= DEEPEST ? edit : findEdited(next, depth + 1);
}

type Make = (
  system: NonNullable<RawMessage['system']>,
  base: { wamid: string; customer: Customer } & ReturnType<typeof eventBase>,
) => WebhookEvent | undefined;

const changedNumber: Make = (system, base) => {
  const { waId } = readAddress(system.wa_id ?? system.new_wa_id);
  const { user_id: userId, previous_user_id: previousUserId, body } = system;
  // Where WhatsApp tells the change in words alone, its words are shown: they may hold the new number.
  return waId === undefined && userId === undefined && body !== undefined
    ? undefined
    : { kind: 'number-changed', ...base, waId, userId, previousUserId };
};

const changedIdentity: Make = (_system, base) => ({ kind: 'identity-changed', ...base });

/** Types of system messages with an event of their own. Others are shown in their own words. */
const makers: Record<string, Make> = {
  user_changed_number: changedNumber,
  customer_changed_number: changedNumber,
  customer_identity_changed: changedIdentity,
  user_identity_changed: changedIdentity,
  user_changed_user_id: ({ user_id: userId, parent_user_id: parentUserId }, base) =>
    userId === undefined ? undefined : { kind: 'user-id-changed', ...base, userId, parentUserId },
};

/**
 * The event of a customer whose number, phone or user id changed. `from` is the old one.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system
 */
function readSystem(raw: RawMessage, customer: Customer, scope: Scope): WebhookEvent | undefined {
  const { type, system, id = '' } = raw;
  if (type !== 'system' || system?.type === undefined || !Object.hasOwn(makers, system.type)) return undefined;
  return makers[system.type]?.(system, { wamid: id, customer, ...eventBase(raw.timestamp, scope) });
}

/**
 * An id for a message without one. It is derived from the content, so that a repeated webhook is recognised and every
 * other message has another id.
 */
export function idFromContent(item: unknown): string {
  return `without-id.${createHash('sha256').update(JSON.stringify(item)).digest('hex')}`;
}

const schema = tolerant.object({
  context: tolerant.object({
    id: tolerant.word,
    forwarded: tolerant.flag,
    frequently_forwarded: tolerant.flag,
    referred_product: tolerant.object({ catalog_id: tolerant.word, product_retailer_id: tolerant.word }),
  }),
  referral: tolerant.object({
    source_url: tolerant.word,
    source_id: tolerant.word,
    source_type: tolerant.term,
    headline: tolerant.word,
    body: tolerant.word,
    image_url: tolerant.word,
    thumbnail_url: tolerant.word,
    ctwa_clid: tolerant.word,
  }),
});

/** The message that it refers to, and the ad that it came through, if they have content. */
export function readMessageContext(message: unknown): { context?: MessageContext; referral?: Referral } {
  const { context, referral } = v.parse(schema, message) ?? {};
  const { product_retailer_id: productId, catalog_id: catalogId } = context?.referred_product ?? {};
  return {
    context: unlessEmpty({
      wamid: context?.id,
      forwarded: context?.frequently_forwarded ? 'often' : context?.forwarded ? 'once' : undefined,
      referredProduct: unlessEmpty({ catalogId, productId }),
    }),
    referral: unlessEmpty({
      sourceUrl: referral?.source_url,
      sourceId: referral?.source_id,
      sourceType: referral?.source_type,
      headline: referral?.headline,
      body: referral?.body,
      imageUrl: referral?.image_url ?? referral?.thumbnail_url,
      clickId: referral?.ctwa_clid,
    }),
  };
}

function unlessEmpty<T extends object>(parts: T): T | undefined {
  return Object.values(parts).some((part: unknown) => part !== undefined) ? parts : undefined;
}
