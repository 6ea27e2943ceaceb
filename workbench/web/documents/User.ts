import * as v from 'valibot';

/** A user, as lists and `me` show them. */
export const User = v.looseObject({
  _id: v.string(),
  username: v.string(),
  name: v.optional(v.string(), ''),
  roles: v.optional(v.array(v.string()), []),
  type: v.optional(v.string()),
  status: v.optional(v.string()),
  /** On agents only: whether they take conversations. */
  statusLivechat: v.optional(v.string()),
  language: v.optional(v.string()),
});
export type User = v.InferOutput<typeof User>;

/** How documents name a person. */
export const UserReference = v.looseObject({
  _id: v.string(),
  username: v.optional(v.string(), ''),
  name: v.optional(v.string()),
});
export type UserReference = v.InferOutput<typeof UserReference>;
