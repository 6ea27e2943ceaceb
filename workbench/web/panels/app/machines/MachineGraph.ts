import * as v from 'valibot';

/** A machine of the app as a chart. */
export const MachineGraph = v.looseObject({
  id: v.string(),
  initial: v.string(),
  nodes: v.array(
    v.looseObject({
      id: v.string(),
      tags: v.optional(v.array(v.string()), []),
      final: v.optional(v.boolean(), false),
    }),
  ),
  edges: v.array(
    v.looseObject({
      from: v.string(),
      to: v.string(),
      event: v.string(),
      guard: v.optional(v.string()),
      actions: v.optional(v.array(v.string()), []),
    }),
  ),
});
export type MachineGraph = v.InferOutput<typeof MachineGraph>;
