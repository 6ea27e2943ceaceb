import * as v from 'valibot';

const counts = v.optional(v.record(v.string(), v.number()), {});

/** One thing that was asked of the app, and the calls that came of it. */
export const RoundTrip = v.looseObject({
  id: v.string(),
  kind: v.string(),
  label: v.optional(v.string(), ''),
  startedAt: v.string(),
  ms: v.optional(v.number()),
  calls: counts,
  deliveries: counts,
  total: v.optional(v.number(), 0),
});
export type RoundTrip = v.InferOutput<typeof RoundTrip>;
