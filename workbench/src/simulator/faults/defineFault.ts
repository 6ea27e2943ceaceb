import type { FaultHooks } from './FaultHooks';
import type { FaultKind } from './FaultKind';
import type { FaultParam } from './FaultParam';
import type { FaultValues } from './FaultValues';

/** Declares a fault; its hooks get values of the types that its form has. */
export function defineFault<const Params extends Record<string, FaultParam>>(
  id: string,
  kind: Omit<FaultKind, 'id' | 'params' | 'hooks'> & { params: Params; hooks: FaultHooks<FaultValues<Params>> },
): FaultKind {
  return { id, ...kind };
}
