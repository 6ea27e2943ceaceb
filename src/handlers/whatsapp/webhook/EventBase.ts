/** The fields of every event. */
export interface EventBase {
  number: NumberReference;
  /** WhatsApp's own time in epoch milliseconds. Null, with a flaw, when the body has no readable time. */
  timestamp: number | null;
  flaws?: Flaw[];
  /** True when Meta's own agent holds this conversation and the app only listens (field `standby`). */
  standby?: true;
}

/** A fault in an item that could still be parsed. */
export type Flaw = 'timestamp-missing' | 'timestamp-invalid';

/** The business number that a change is about. Both ids are missing in some account events and old bodies. */
export interface NumberReference {
  /** Meta's id of the number. */
  phoneNumberId?: string;
  /** Digits only. */
  displayNumber?: string;
}

/**
 * The sender or recipient of a message. A customer with a username may hide the phone number, which leaves only the
 * business-scoped user id (BSUID). Only the recipient of a status and the other side of a call may be without both.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export interface Customer {
  /** WhatsApp's form of the number, digits only; it may differ from the dialled number (Brazil, Mexico, Argentina). */
  waId?: string;
  /** BSUID such as `US.13491208655302741918`; up to 131 characters. */
  userId?: string;
  parentUserId?: string;
  /** Without `@`. */
  username?: string;
  /** Name of the profile, chosen by the customer. */
  name?: string;
}

/** An error in a webhook. Old and new bodies spell its fields differently; this is the one spelling. */
export interface WhatsAppError {
  code?: number;
  title?: string;
  message?: string;
  details?: string;
  href?: string;
}
