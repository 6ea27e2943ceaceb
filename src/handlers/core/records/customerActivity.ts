import * as v from 'valibot';
import { association } from './association';
import { DAY } from '../durations';

/** An action of a customer that affects the customer service window. It is stored in the record of the action. */
export const customerActivitySchema = v.object({
  /** The digits of our number. */
  number: v.string(),
  /** WhatsApp's id of the customer: the wa_id, else the BSUID. */
  customer: v.string(),
  /** WhatsApp's time, epoch milliseconds; never later than its receipt. */
  at: v.number(),
  /** They wrote or called, they came through an ad, or it is unknown whether the action opens the service window. */
  how: v.picklist(['wrote', 'came-from-ad', 'may-have-written']),
});

export type CustomerActivity = v.InferOutput<typeof customerActivitySchema>;

/** When a customer last wrote, called or reacted, by kind, in epoch milliseconds. */
export type LastActivity = Partial<Record<CustomerActivity['how'], number>>;

/**
 * The association by which a customer's actions are found: number, customer and day. It is added to records that are
 * written anyway, so that the service window costs no round trip. The day keeps the list of records short.
 */
export function activityOn({ number, customer, at }: Omit<CustomerActivity, 'how'>) {
  return association('heard', `${number} ${customer} ${new Date(at).toISOString().slice(0, 10)}`);
}

/** The step from one of these associations of a customer to the next, in milliseconds. */
export const ACTIVITY_APART = DAY;
