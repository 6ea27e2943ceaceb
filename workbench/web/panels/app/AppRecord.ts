import * as v from 'valibot';

/** What the app has stored, secrets masked. */
export const AppRecord = v.looseObject({
  id: v.string(),
  associations: v.optional(v.array(v.looseObject({ model: v.string(), id: v.string() })), []),
  data: v.optional(v.unknown()),
});
export type AppRecord = v.InferOutput<typeof AppRecord>;
