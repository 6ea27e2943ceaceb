import type { Simulator } from '../Simulator';

/** A request to the control API. */
export interface ControlRequest {
  simulator: Simulator;
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}
