import type Database from 'libsql';

/** The JSON of a row's `doc` column; undefined without a row. `T` is what the collection's own code has put in. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- here a stored text becomes a typed document
export function readDocument<T>(row: unknown): T | undefined {
  const doc = readColumn(row, 'doc');
  return typeof doc === 'string' ? readJson<T>(doc) : undefined;
}

/** The JSON documents of several rows, in their order. */
export function readDocuments<T>(rows: unknown[]): T[] {
  return rows.map((row) => readDocument<T>(row)).filter((document): document is T => document !== undefined);
}

/** One column of a row that libsql gave back; undefined without a row. */
export function readColumn(row: unknown, name: string): unknown {
  return typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined;
}

/** JSON that the simulator itself has stored; `T` is what its code has put in. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- here a stored text becomes a typed value
export function readJson<T>(text: string): T {
  return JSON.parse(text) as T;
}

/** The opened libsql database that the collections share. */
export type SimulatorDatabase = InstanceType<typeof Database>;
