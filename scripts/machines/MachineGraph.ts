/** A machine as a chart: what `docs/machines/<name>.json` holds and the workbench's page draws. */
export interface MachineGraph {
  id: string;
  /** The id of the first state. */
  initial: string;
  nodes: { id: string; tags: string[]; final: boolean }[];
  edges: {
    from: string;
    to: string;
    event: string;
    /** Absent: the event always leads there. */
    guard?: string;
    /** The named effects on the way, in the order in which they run. */
    actions: string[];
  }[];
}
