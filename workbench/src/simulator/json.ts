/** An object as it came out of `JSON.parse`, of which nothing is known yet. */
export type JsonObject = Record<string, unknown>;

/** True for a JSON object, false for arrays, null and everything else. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value when it is an object, else an empty object: for reading what was validated before. */
export function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}

/** The objects of an array, in order; nothing for anything that is no array. */
export function listOf(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A string or a number as a string; undefined for everything else. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : undefined;
}

/** A value as a word in upper case, for names that Meta compares without regard to case; empty when it is no text. */
export function wordOf(value: unknown): string {
  return (textOf(value) ?? '').toUpperCase();
}

/** The members of these names that an object has, in the order of the names. */
export function pick(object: JsonObject, names: readonly string[]): JsonObject {
  const picked: JsonObject = {};
  for (const name of names) if (name in object) picked[name] = object[name];
  return picked;
}

/** Looks up a name that came from outside. Names that every object has (`constructor`) are not found. */
export function entryOf<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

/** A value in the form in which an error message quotes it. */
export function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
