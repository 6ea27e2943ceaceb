import type { Customer } from './Customer';
import type { EventBase } from './EventBase';
import type { WhatsAppError } from './WhatsAppError';

export type DeliveryStatus = 'sent' | 'delivered' | 'read' | 'played' | 'failed' | 'deleted';

export interface Pricing {
  isBillable?: boolean;
  /** `PMP` per message, `CBP` per conversation (until July 2025). */
  model?: string;
  /** `regular`, `free_customer_service`, `free_entry_point`. */
  type?: string;
  category?: string;
}

export interface ConversationInfo {
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
  /** What we sent along as `biz_opaque_callback_data`. */
  callbackData?: string;
  pricing?: Pricing;
  conversation?: ConversationInfo;
}
