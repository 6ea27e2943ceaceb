import * as v from 'valibot';

/**
 * A visitor's token and a system type are on the stored message and not in the engine's own type. What is absent may
 * come as null: the engine's wire knows no undefined.
 */
const foreignSchema = v.object({ token: v.nullish(v.string()), type: v.nullish(v.string()) });

/** Whether a message is the customer's own or Rocket.Chat's, and thus not to be sent to the customer. */
export function isForeign(message: object): boolean {
  const parsed = v.safeParse(foreignSchema, message);
  return !parsed.success || parsed.output.token != null || parsed.output.type != null;
}
