import type { MetaRefusal } from '../../errors/MetaRefusal';
import { invalid } from './invalid';
import { lengthOf } from './lengthOf';

/** A label of an interactive message: not empty and at most `max` characters; refused with code 131009. */
export function checkLabel(value: unknown, what: string, max: number): MetaRefusal | undefined {
  const isFine = typeof value === 'string' && value.trim() !== '' && lengthOf(value) <= max;
  return isFine ? undefined : invalid(`${what} length invalid. Min length: 1, Max length: ${max}`);
}
