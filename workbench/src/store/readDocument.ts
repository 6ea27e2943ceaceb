function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$date' in value && typeof value.$date === 'number') return new Date(value.$date);
  if ('$binary' in value && typeof value.$binary === 'string') return Buffer.from(value.$binary, 'base64');
  return value;
}

/** The document that `writeDocument` wrote. `T` is what the collection's own code has put in. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the one place where a stored text becomes a typed document
export function readDocument<T>(text: string): T {
  return JSON.parse(text, revive) as T;
}
