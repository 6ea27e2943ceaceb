/** One request to a webhook and what became of it. */
export interface DeliveryRecord {
  id: number;
  phoneNumber: string;
  createdAt: number;
  /** `collecting` waits for more elements, `lost` was swallowed by a fault, `unroutable` had no webhook to go to. */
  state: 'collecting' | 'pending' | 'delivered' | 'lost' | 'expired' | 'unroutable';
  /** Where it goes: the number's own webhook, or the WABA's. */
  target: 'number' | 'waba';
  /** What is in it, e.g. `messages: 2, statuses: 1`. */
  summary: string;
  elements: number;
  /** Of the elements, as text. */
  bytes?: number;
  attempts: number;
  lastAttemptAt?: number;
  nextAttemptAt?: number;
  /** HTTP status of the last attempt; absent when there was no answer. */
  status?: number;
  error?: string;
  /** How long the last attempt took. */
  ms?: number;
  /** The raw body, fixed at the first attempt so that repeats are identical. */
  body?: string;
}
