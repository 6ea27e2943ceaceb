import type { FaultTarget } from './FaultTarget';

/** True when a fault for `chosen` concerns a request for `target`. */
export function onTarget(chosen: string, target: FaultTarget): boolean {
  return chosen === 'any' || chosen === target;
}
