/**
 * Who a message is from or to. A customer with a username may hide the phone number: then only the business-scoped user
 * id (BSUID) is there. Only the recipient of a status and the other side of a call may be without both.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export interface Customer {
  /** Digits only, as WhatsApp writes the number; it may differ from the dialled one (Brazil, Mexico, Argentina). */
  waId?: string;
  /** BSUID such as `US.13491208655302741918`; up to 131 characters. */
  userId?: string;
  parentUserId?: string;
  /** Without `@`. */
  username?: string;
  /** Name of the profile, chosen by the customer. */
  name?: string;
}
