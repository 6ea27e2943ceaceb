import type { AccountEvent } from './AccountEvent';
import type { Customer, EventBase, WhatsAppError } from './EventBase';
import type { MessageContent } from './MessageContent';

/** A message of a customer, or an event about one. */
interface CustomerEvent extends EventBase {
  wamid: string;
  customer: Customer;
}

export interface ReactionEvent extends CustomerEvent {
  kind: 'reaction';
  /** Id of the message that is reacted to. */
  target: string;
  /** Null removes the reaction. */
  emoji: string | null;
}

export interface EditEvent extends CustomerEvent {
  kind: 'edit';
  target: string;
  content: MessageContent;
}

/** Deleted for everyone. */
export interface RevokeEvent extends CustomerEvent {
  kind: 'revoke';
  target: string;
}

/** `customer` is the customer before the change; the ids here are the new ones. */
interface NumberChangedEvent extends CustomerEvent {
  kind: 'number-changed';
  waId?: string;
  userId?: string;
  previousUserId?: string;
}

/** The customer's encryption keys changed, because of a new phone or another person. */
interface IdentityChangedEvent extends CustomerEvent {
  kind: 'identity-changed';
}

/** `customer` is the customer before the change; the ids here are the new ones. */
interface UserIdChangedEvent extends EventBase {
  kind: 'user-id-changed';
  /** Missing when the change is not part of a message. */
  wamid?: string;
  customer: Customer;
  userId: string;
  parentUserId?: string;
}

export interface CallEvent extends CustomerEvent {
  kind: 'call';
  /** The id of the call and its event. A call has several events. */
  wamid: string;
  /** `connect`, `terminate`, `call_transcription_available`, … or a status such as `RINGING`. */
  event: string;
  direction?: 'in' | 'out';
  /** `COMPLETED`, `FAILED`, … */
  outcome?: string;
  /** Seconds. */
  duration?: number;
}

export type EchoAct =
  | { type: 'message'; content: MessageContent }
  | { type: 'edit'; target: string; content: MessageContent }
  | { type: 'revoke'; target: string }
  | { type: 'reaction'; target: string; emoji: string | null };

/** A message that somebody sent from the WhatsApp Business app on a phone, or that Meta's AI agent sent. */
interface EchoEvent extends CustomerEvent {
  kind: 'echo';
  act: EchoAct;
}

/** A message from before the number was connected (coexistence). */
interface HistoryEvent extends CustomerEvent {
  kind: 'history';
  direction: 'in' | 'out';
  content: MessageContent;
}

/** Groups are not supported: no names or contents are kept. */
interface GroupEvent extends EventBase {
  kind: 'group';
  what: 'message' | 'status' | 'change';
}

/** An error of the account or the number that belongs to no message. */
interface AccountErrorEvent extends EventBase {
  kind: 'account-error';
  errors: WhatsAppError[];
}

/** An event of a webhook. */
export type WebhookEvent =
  | MessageEvent
  | ReactionEvent
  | EditEvent
  | RevokeEvent
  | StatusEvent
  | NumberChangedEvent
  | IdentityChangedEvent
  | UserIdChangedEvent
  | CallEvent
  | EchoEvent
  | HistoryEvent
  | GroupEvent
  | AccountEvent
  | AccountErrorEvent;

interface ProductReference {
  catalogId?: string;
  productId?: string;
}

/** The message or product that a message refers to. */
export interface MessageContext {
  /** The quoted or answered message, which may be unknown here. */
  wamid?: string;
  forwarded?: 'once' | 'often';
  referredProduct?: ProductReference;
}

/** The ad or post that brought the customer here (click to WhatsApp). */
export interface Referral {
  sourceUrl?: string;
  sourceId?: string;
  sourceType?: string;
  headline?: string;
  body?: string;
  imageUrl?: string;
  clickId?: string;
}

export interface MessageEvent extends EventBase {
  kind: 'message';
  wamid: string;
  customer: Customer;
  content: MessageContent;
  context?: MessageContext;
  referral?: Referral;
  /** Whether it is the new text of an earlier, unknown message. */
  isEdit?: boolean;
}

type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

interface Pricing {
  isBillable?: boolean;
  /** `PMP` per message, `CBP` per conversation (until July 2025). */
  model?: string;
  /** `regular`, `free_customer_service`, `free_entry_point`. */
  type?: string;
  category?: string;
}

interface ConversationInfo {
  id?: string;
  origin?: string;
  /** Epoch milliseconds. */
  expiresAt?: number;
}

export interface StatusEvent extends EventBase {
  kind: 'status';
  wamid: string;
  status: DeliveryStatus;
  recipient: Customer;
  errors: WhatsAppError[];
  /** The value that the app sent as `biz_opaque_callback_data`. */
  callbackData?: string;
  pricing?: Pricing;
  conversation?: ConversationInfo;
}

export type RejectReason =
  | 'not-an-object'
  | 'not-json'
  | 'unknown-body'
  | 'too-deep'
  | 'missing-id'
  | 'missing-sender'
  | 'unknown-status'
  | 'unreadable';

/** An item that could not be parsed. It holds no names or contents, so it may be logged. */
export interface RejectedItem {
  reason: RejectReason;
  /** Its position in the body, such as `entry.0.changes.1.messages.2`. */
  at: string;
  field?: string;
  /** The list that it is an item of, such as `messages`; missing for a body or a change that is unreadable as a whole. */
  list?: string;
  /** The item's own type or status, if that is a plain word. */
  type?: string;
  phoneNumberId?: string;
}

/** The contents of a webhook body, in order of appearance. */
export interface WebhookReading {
  events: WebhookEvent[];
  rejected: RejectedItem[];
}
