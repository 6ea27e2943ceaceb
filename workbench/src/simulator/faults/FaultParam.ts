/** One field of a fault's form. */
export type FaultParam =
  | { type: 'number'; title: string; default: number; minimum?: number; maximum?: number }
  | { type: 'text'; title: string; default: string }
  | { type: 'choice'; title: string; default: string; options: readonly string[] }
  | { type: 'switch'; title: string; default: boolean };
