import { readDocument } from './readDocument';

/** The JSON documents of several rows, in their order. */
export function readDocuments<T>(rows: unknown[]): T[] {
  return rows.map((row) => readDocument<T>(row)).filter((document): document is T => document !== undefined);
}
