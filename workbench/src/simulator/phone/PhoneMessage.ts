import type { JsonObject } from '../json';
import type { MessageStatus, Reaction } from '../store/messages';
import type { RenderedTemplate } from '../templates/renderTemplate';

/** A message as the customer's phone shows it; the control API and its events carry these. */
export interface PhoneMessage {
  wamid: string;
  /** `in` was written by the customer to the business, `out` by the business. */
  direction: 'in' | 'out';
  /** ISO time. */
  timestamp: string;
  /** The WhatsApp message object (`type` and the object it names). */
  message: JsonObject;
  status: MessageStatus;
  errors?: JsonObject[];
  reactions: Reaction[];
  /** The message that this one quotes, when it is known. */
  quoted?: { wamid: string; direction: 'in' | 'out'; message: JsonObject };
  edited?: boolean;
  revoked?: boolean;
  /** An incoming message that the business marked as read. */
  readByBusiness?: boolean;
  /** A template filled in. */
  rendered?: RenderedTemplate;
}
