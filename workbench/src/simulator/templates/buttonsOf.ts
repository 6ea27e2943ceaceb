import type { JsonObject } from '../json';
import { listOf } from '../json';
import { componentOf } from './componentOf';

/** The buttons of a definition, in order; an index in a send means this order. */
export function buttonsOf(components: JsonObject[]): JsonObject[] {
  return listOf(componentOf(components, 'BUTTONS')?.buttons);
}
