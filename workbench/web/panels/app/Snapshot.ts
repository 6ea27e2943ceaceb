import * as v from 'valibot';

/** Where a dialogue of the app stands, as the app has stored it. */
export const Snapshot = v.looseObject({
  kind: v.literal('snapshot'),
  flow: v.string(),
  stage: v.string(),
  savedAt: v.number(),
  userId: v.optional(v.string()),
  position: v.looseObject({ state: v.string(), context: v.optional(v.unknown()), busy: v.optional(v.boolean()) }),
});
export type Snapshot = v.InferOutput<typeof Snapshot>;
