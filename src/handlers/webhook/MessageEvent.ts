import type { Customer } from './Customer';
import type { EventBase } from './EventBase';
import type { MessageContent } from './MessageContent';

export interface ProductReference {
  catalogId?: string;
  productId?: string;
}

/** What a message refers to. */
export interface MessageContext {
  /** The message that is quoted or answered; it may be one that we do not know. */
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
  /** It is what an earlier message, which is not known here, says now. */
  isEdit?: boolean;
}
