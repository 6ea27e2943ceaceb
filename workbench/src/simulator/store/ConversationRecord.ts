/** What is known about one pair of business number and customer. */
export interface ConversationRecord {
  phoneNumber: string;
  customerId: string;
  /** When the customer last wrote or called: the 24 h customer service window runs from here. Milliseconds. */
  lastInboundAt?: number;
  /** Meta's conversation id as statuses carry it: 32 hex characters. */
  conversationId: string;
  /** Until when the phone shows "typing…". Milliseconds. */
  typingUntil?: number;
  /** True while somebody looks at this chat on the phone: what is delivered is read at once. */
  open: boolean;
}
