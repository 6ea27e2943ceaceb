import * as v from 'valibot';

/** A message template in one language, as the simulated Meta keeps it. */
export const Template = v.looseObject({
  id: v.string(),
  name: v.string(),
  language: v.string(),
  category: v.string(),
  status: v.string(),
  quality: v.optional(v.string(), 'UNKNOWN'),
  rejectedReason: v.optional(v.string(), 'NONE'),
  components: v.optional(v.array(v.unknown()), []),
});
export type Template = v.InferOutput<typeof Template>;
