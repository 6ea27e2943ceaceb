import { isRecord } from './isRecord';

/** The value at a path of names inside of something unknown; undefined when there is none. */
export function pick(value: unknown, ...path: readonly (string | number)[]): unknown {
  return path.reduce<unknown>((inner, name) => {
    if (Array.isArray(inner) && typeof name === 'number') {
      return inner[name];
    }
    return isRecord(inner) ? inner[name] : undefined;
  }, value);
}
