import type { AnyEventObject, AnyMachineSnapshot, AnyStateMachine } from 'xstate';
import { adjacencyMapToArray, getAdjacencyMap, getShortestPaths } from 'xstate/graph';

/** Everywhere that a machine can get by some events. */
export interface Chart {
  snapshots: AnyMachineSnapshot[];
  edges: { from: AnyMachineSnapshot; event: AnyEventObject; to: AnyMachineSnapshot }[];
  /** Whether some path leads from a snapshot to one of these, or it is one of them. */
  reaches(from: AnyMachineSnapshot, ends: AnyMachineSnapshot[]): boolean;
}

/** Walks every path that a machine can take by these events; an ended one takes none, as in the flows. */
export function walk(machine: AnyStateMachine, events: AnyEventObject[], input?: unknown): Chart {
  const options = { events, input, stopWhen: ({ status }: AnyMachineSnapshot) => status === 'done' };
  const key = ({ value, context }: AnyMachineSnapshot) => JSON.stringify([value, context]);
  const edges: Chart['edges'] = adjacencyMapToArray(getAdjacencyMap(machine, options)).map((edge) => ({
    from: edge.state,
    event: edge.event,
    to: edge.nextState,
  }));
  const snapshots: AnyMachineSnapshot[] = getShortestPaths(machine, options).map(({ state }) => state);
  const reaches: Chart['reaches'] = (from, ends) => {
    const wanted = new Set(ends.map(key));
    const reached = new Set([key(from)]);
    // A set goes on with what is added to it meanwhile.
    for (const at of reached) {
      if (wanted.has(at)) return true;
      for (const edge of edges.filter((each) => key(each.from) === at)) reached.add(key(edge.to));
    }
    return false;
  };
  return { snapshots, edges, reaches };
}
