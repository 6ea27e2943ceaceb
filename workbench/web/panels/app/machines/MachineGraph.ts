import * as v from 'valibot';
import { pick } from '../../../state/pick';

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

/** The charts that the repository keeps of the app's machines; each is a file of its own, fetched when it is wanted. */
const files = import.meta.glob('../../../../../docs/machines/*.json');

/** All machines of the app, by name. */
export async function loadMachines(): Promise<readonly MachineGraph[]> {
  const modules = await Promise.all(Object.values(files).map((load) => load()));
  return modules.flatMap((module) => {
    const read = v.safeParse(MachineGraph, pick(module, 'default'));
    return read.success ? [read.output] : [];
  });
}
