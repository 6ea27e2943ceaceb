import * as v from 'valibot';

/** A fault that is switched on. */
export const Fault = v.looseObject({
  id: v.string(),
  kind: v.string(),
  params: v.optional(v.record(v.string(), v.unknown()), {}),
  /** How often it still strikes; null until it is removed. */
  remaining: v.optional(v.nullable(v.number()), null),
  struck: v.optional(v.number(), 0),
  phoneNumber: v.optional(v.string()),
});
export type Fault = v.InferOutput<typeof Fault>;
