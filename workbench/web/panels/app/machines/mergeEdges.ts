import type { MachineGraph } from './MachineGraph';

/** All events that lead from one state to another. */
export type MergedEdge = { readonly from: string; readonly to: string; readonly labels: readonly string[] };

/** The ways of a machine, one for each pair of states, with the events that go there. */
export function mergeEdges({ edges }: MachineGraph): readonly MergedEdge[] {
  const merged = new Map<string, MergedEdge>();
  for (const { from, to, event, guard } of edges) {
    const key = `${from} ${to}`;
    const label = guard ? `${event} [${guard}]` : event;
    const labels = merged.get(key)?.labels ?? [];
    merged.set(key, { from, to, labels: labels.includes(label) ? labels : [...labels, label] });
  }
  return [...merged.values()];
}
