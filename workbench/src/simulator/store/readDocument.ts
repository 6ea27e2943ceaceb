import { readColumn } from './readColumn';
import { readJson } from './readJson';

/** The JSON of a row's `doc` column; undefined without a row. `T` is what the collection's own code has put in. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- here a stored text becomes a typed document
export function readDocument<T>(row: unknown): T | undefined {
  const doc = readColumn(row, 'doc');
  return typeof doc === 'string' ? readJson<T>(doc) : undefined;
}
