import { pick } from './pick';

/** The list at a path inside of something unknown; an empty one when there is none. */
export function pickList(value: unknown, ...path: readonly (string | number)[]): readonly unknown[] {
  const found = pick(value, ...path);
  return Array.isArray(found) ? found : [];
}
