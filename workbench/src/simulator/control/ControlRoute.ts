import type { ControlRequest } from './ControlRequest';

/** One line of the control API. What `handle` returns is answered as JSON. It throws ControlError for what cannot be. */
export interface ControlRoute {
  method: 'get' | 'post' | 'patch' | 'delete';
  path: string;
  handle: (request: ControlRequest) => unknown;
}
