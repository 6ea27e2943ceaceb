import { isObject } from './isObject';
import type { JsonObject } from './JsonObject';

/** The objects of an array, in order; nothing for anything that is no array. */
export function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}
