/** Replaces encoded dates and bytes. A reviver of `JSON.parse` does the same, but several times slower. */
function revive(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value && typeof value.$date === 'number') return new Date(value.$date);
  if ('$binary' in value && typeof value.$binary === 'string') return Buffer.from(value.$binary, 'base64');
  for (const [key, item] of Object.entries(value)) {
    if (typeof item === 'object' && item !== null) Reflect.set(value, key, revive(item));
  }
  return value;
}

/** The document that `writeDocument` wrote. `T` is what the collection's own code has put in. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one place where a stored text becomes a typed document
export function readDocument<T>(text: string): T {
  return revive(JSON.parse(text)) as T;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

function toJson(value: unknown): Json | undefined {
  if (value === null) return null;
  if (value instanceof Date) return { $date: value.getTime() };
  if (value instanceof Uint8Array) return { $binary: Buffer.from(value).toString('base64') };
  if (Array.isArray(value)) return value.map((item) => toJson(item) ?? null);
  if (typeof value === 'object') {
    const result: Record<string, Json> = {};
    for (const [key, item] of Object.entries(value)) {
      const json = toJson(item);
      if (json !== undefined) result[key] = json;
    }
    return result;
  }
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'bigint') return value.toString();
  return undefined;
}

/**
 * A document as text for the database. Dates and bytes survive (as MongoDB's extended JSON writes them: `$date`,
 * `$binary`); `undefined` and functions are left out.
 */
export function writeDocument(document: unknown): string {
  return JSON.stringify(toJson(document) ?? null);
}
