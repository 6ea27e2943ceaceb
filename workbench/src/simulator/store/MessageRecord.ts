import type { JsonObject } from '../json/JsonObject';
import type { RenderedTemplate } from '../templates/RenderedTemplate';

export type MessageStatus = 'accepted' | 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'received';

export interface Reaction {
  from: 'customer' | 'business';
  emoji: string;
}

/** A message in a chat, seen from the phone: `in` was written by the customer, `out` by the business. */
export interface MessageRecord {
  wamid: string;
  phoneNumber: string;
  customerId: string;
  direction: 'in' | 'out';
  /** Milliseconds. */
  timestamp: number;
  /** The WhatsApp message object: `type` and the object named by it, `context` when it quotes. */
  message: JsonObject;
  status: MessageStatus;
  errors?: JsonObject[];
  reactions: Reaction[];
  /** Kept for mark-as-read and lookups, but no bubble of its own (reactions, edits, revocations). */
  hidden?: boolean;
  edited?: boolean;
  revoked?: boolean;
  /** An incoming message that the business marked as read. */
  readByBusiness?: boolean;
  /** `biz_opaque_callback_data` of the send, echoed in every status. */
  opaqueData?: string;
  /** Category of the template that was sent. */
  category?: string;
  /** A template filled in, as the phone draws it. */
  rendered?: RenderedTemplate;
}
