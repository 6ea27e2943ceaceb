import { isObject } from './isObject';
import type { JsonObject } from './JsonObject';

/** The value when it is an object, else an empty object: for reading what was validated before. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
