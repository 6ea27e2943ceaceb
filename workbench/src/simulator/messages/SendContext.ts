import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/NumberRecord';

/** Who sends, for checks that need what the simulator knows (media, templates, switches). */
export interface SendContext {
  simulator: Simulator;
  number: NumberRecord;
}
