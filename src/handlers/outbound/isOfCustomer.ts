import * as v from 'valibot';

/** A visitor's token is on the stored message and not in the engine's own type. */
const ofVisitorSchema = v.object({ token: v.string() });

/** Whether the customer wrote a message. */
export function isOfCustomer(message: object): boolean {
  return v.is(ofVisitorSchema, message);
}
