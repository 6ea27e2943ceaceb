import type { MetaRefusal } from '../../errors/MetaRefusal';
import { lengthOf } from './lengthOf';
import { missing } from './missing';
import { wrongParam } from './wrongParam';

/** A text that must be there (unless optional) and not longer than `max` characters. */
export function checkText(
  value: unknown,
  path: string,
  { max, optional = false }: { max: number; optional?: boolean },
): MetaRefusal | undefined {
  if (value === undefined || value === null || (value === '' && !optional)) {
    return optional ? undefined : missing(path);
  }
  if (typeof value !== 'string') return wrongParam(path, 'must be a string.');
  return lengthOf(value) > max ? wrongParam(path, `must be at most ${max} characters long.`) : undefined;
}
