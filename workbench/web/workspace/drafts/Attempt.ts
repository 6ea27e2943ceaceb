import * as v from 'valibot';

/** A text that was given to the server: under the same id it is taken once, however often it is given. */
export const Attempt = v.object({
  /** The message's id, chosen here as Rocket.Chat's client does. */
  id: v.string(),
  text: v.string(),
  /** The message that it answers to. */
  quotes: v.optional(v.string()),
});
export type Attempt = v.InferOutput<typeof Attempt>;
