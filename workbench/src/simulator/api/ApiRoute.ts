import type { FaultTarget } from '../faults/FaultTarget';
import type { Endpoint } from './Endpoint';

/** One line of the API: which endpoint answers, and what kind of request faults take it for. */
export interface ApiRoute {
  method: 'get' | 'post' | 'delete';
  path: string;
  target: FaultTarget;
  endpoint: Endpoint;
}
