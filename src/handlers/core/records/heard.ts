import * as v from 'valibot';
import { association } from './association';
import { DAY } from '../durations';

/** What of a customer's doing bears on the customer service window, beside the record of it. */
export const heardSchema = v.object({
  /** The digits of our number. */
  number: v.string(),
  /** What WhatsApp called the customer: the wa_id, else the BSUID. */
  customer: v.string(),
  /** WhatsApp's time, epoch milliseconds; never later than its receipt. */
  at: v.number(),
  /** They wrote or called, they came through an ad, or nobody can say whether it counts. */
  how: v.picklist(['wrote', 'came-from-ad', 'may-have-written']),
});

export type Heard = v.InferOutput<typeof heardSchema>;

/** When a customer was heard of last, by how: epoch milliseconds. */
export type LastHeard = Partial<Record<Heard['how'], number>>;

/**
 * What records of a customer's doings are found by: their number, their id and the day. It stands on records that are
 * written anyway, so that the service window costs a message nothing; a day keeps what is read short.
 */
export function heardOn({ number, customer, at }: Omit<Heard, 'how'>) {
  return association('heard', `${number} ${customer} ${new Date(at).toISOString().slice(0, 10)}`);
}

/** So far apart lie two places of the same customer. */
export const HEARD_APART = DAY;
