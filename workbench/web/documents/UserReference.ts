import * as v from 'valibot';

/** How documents name a person. */
export const UserReference = v.looseObject({
  _id: v.string(),
  username: v.optional(v.string(), ''),
  name: v.optional(v.string()),
});
export type UserReference = v.InferOutput<typeof UserReference>;
