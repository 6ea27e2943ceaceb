/** The JSON of a row's `doc` column. What is stored was written by the same collection, so its type is trusted here. */
export function readDocument<T>(row: unknown): T | undefined {
  const doc = (row as { doc?: unknown } | undefined)?.doc;
  return typeof doc === 'string' ? (JSON.parse(doc) as T) : undefined;
}
