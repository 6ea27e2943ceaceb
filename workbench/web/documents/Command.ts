import * as v from 'valibot';

/** A slash command; its texts are keys in the app's own namespace. */
export const Command = v.looseObject({
  command: v.string(),
  params: v.optional(v.string(), ''),
  description: v.optional(v.string(), ''),
  appId: v.optional(v.string()),
});
export type Command = v.InferOutput<typeof Command>;
