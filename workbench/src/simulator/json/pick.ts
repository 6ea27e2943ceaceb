import type { JsonObject } from './JsonObject';

/** The members of these names that an object has, in the order of the names. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) if (name in object) picked[name] = object[name];
  return picked;
}
