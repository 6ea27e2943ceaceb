import type { AccountEvent } from './AccountEvent';
import type { Customer } from './Customer';
import type { EventBase } from './EventBase';
import type { MessageContent } from './MessageContent';
import type { MessageEvent } from './MessageEvent';
import type { StatusEvent } from './StatusEvent';
import type { WhatsAppError } from './WhatsAppError';

/** Of or about one message of a customer. */
interface CustomerEvent extends EventBase {
  wamid: string;
  customer: Customer;
}

export interface ReactionEvent extends CustomerEvent {
  kind: 'reaction';
  /** Id of the message that is reacted to. */
  target: string;
  /** Null takes the reaction away. */
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

/** `customer` is who they were; the ids that are told here are the new ones. */
export interface NumberChangedEvent extends CustomerEvent {
  kind: 'number-changed';
  waId?: string;
  userId?: string;
  previousUserId?: string;
}

/** The customer's keys changed: a new phone, or somebody else's. */
export interface IdentityChangedEvent extends CustomerEvent {
  kind: 'identity-changed';
}

/** `customer` is who they were; the ids that are told here are the new ones. */
export interface UserIdChangedEvent extends EventBase {
  kind: 'user-id-changed';
  /** Missing where the change comes as a change of its own and not as a message. */
  wamid?: string;
  customer: Customer;
  userId: string;
  parentUserId?: string;
}

export interface CallEvent extends CustomerEvent {
  kind: 'call';
  /** The id of the call and what happened to it: a call is told of several times. */
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

/** What somebody sent from the WhatsApp Business app on the phone, or Meta's agent did. */
export interface EchoEvent extends CustomerEvent {
  kind: 'echo';
  act: EchoAct;
}

/** A message of before the number was connected (coexistence). */
export interface HistoryEvent extends CustomerEvent {
  kind: 'history';
  direction: 'in' | 'out';
  content: MessageContent;
}

/** Groups are refused: nothing of a person or a content is kept. */
export interface GroupEvent extends EventBase {
  kind: 'group';
  what: 'message' | 'status' | 'change';
}

/** Trouble of the account or the number that belongs to no message. */
export interface AccountErrorEvent extends EventBase {
  kind: 'account-error';
  errors: WhatsAppError[];
}

/** One thing that a webhook tells. */
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
