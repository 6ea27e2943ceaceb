/**
 * A value as it comes out at the other side of the engine's wire. The sandbox and its host talk in msgpack: what is
 * `undefined` arrives as null, dates arrive as dates, and nothing is shared.
 */
export function overTheWire<T>(value: T): T {
  return travel(value) as T;
}

function travel(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  if (value instanceof Date) return new Date(value);
  if (Buffer.isBuffer(value)) return Buffer.from(value);
  if (Array.isArray(value)) return value.map(travel);
  if (typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, travel(each)]));
  }
  return value;
}
