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

const Named = { name: v.string(), title: v.optional(v.string(), '') };

/** One field of a fault's form. */
export const FaultParam = v.variant('type', [
  v.object({
    ...Named,
    type: v.literal('number'),
    default: v.number(),
    minimum: v.optional(v.number()),
    maximum: v.optional(v.number()),
  }),
  v.object({ ...Named, type: v.literal('text'), default: v.string() }),
  v.object({ ...Named, type: v.literal('choice'), default: v.string(), options: v.array(v.string()) }),
  v.object({ ...Named, type: v.literal('switch'), default: v.boolean() }),
]);
export type FaultParam = v.InferOutput<typeof FaultParam>;

/** A way in which the simulated 360dialog can go wrong, with the form that it declares. */
export const FaultKind = v.looseObject({
  id: v.string(),
  title: v.string(),
  description: v.optional(v.string(), ''),
  params: v.array(FaultParam),
});
export type FaultKind = v.InferOutput<typeof FaultKind>;
