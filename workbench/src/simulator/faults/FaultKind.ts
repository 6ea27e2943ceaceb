import type { FaultValue } from '../store/FaultRecord';
import type { FaultHooks } from './FaultHooks';
import type { FaultParam } from './FaultParam';

/** A kind of fault: what a page needs to draw its form, and what it does. */
export interface FaultKind {
  id: string;
  title: string;
  description: string;
  params: Record<string, FaultParam>;
  hooks: FaultHooks<Record<string, FaultValue>>;
}
