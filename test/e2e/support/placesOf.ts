import { join } from 'node:path';
import Database from 'libsql';
import { readDocument } from '../../../workbench/src/store/readDocument';
import type { TestWorkbench } from './TestWorkbench';

/**
 * Where a text stands in a durable workbench's whole store, nothing masked: table and path, such as `rooms.v.token`, a
 * record of the app with its kind (`records[link].text`). Every table and column is read, so that a new one cannot hide
 * anything. Capitals make no difference. In order, each once.
 */
export function placesOf({ dataDir }: Pick<TestWorkbench, 'dataDir'>, text: string): string[] {
  const db = new Database(join(dataDir, 'workspace.sqlite'), { readonly: true });
  try {
    const places = new Set<string>();
    for (const { name } of readRows(db, "SELECT name FROM sqlite_master WHERE type = 'table'")) {
      for (const row of readRows(db, `SELECT * FROM "${String(name)}"`)) {
        for (const place of pathsTo(withDocument(row), text, placeOf(String(name), row))) places.add(place);
      }
    }
    return [...places].sort();
  } finally {
    db.close();
  }
}

/** Where a text stands in anything that was parsed from JSON, names of fields included. Capitals make no difference. */
export function pathsTo(value: unknown, text: string, at: string): string[] {
  const holds = (words: string) => words.toLowerCase().includes(text.toLowerCase());
  if (value instanceof Uint8Array) return holds(Buffer.from(value).toString()) ? [at] : [];
  if (Array.isArray(value)) return value.flatMap((each) => pathsTo(each, text, `${at}[]`));
  if (typeof value !== 'object' || value === null) return holds(String(value)) ? [at] : [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(holds(name) ? [`${at}.(name)`] : []),
    ...pathsTo(inner, text, `${at}.${name}`),
  ]);
}

function readRows(db: Database.Database, sql: string): Record<string, unknown>[] {
  return db.prepare(sql).all() as Record<string, unknown>[];
}

/** The document stands for its row; columns repeat some of its fields, or hold what is no document. */
function withDocument({ document, ...columns }: Record<string, unknown>): unknown {
  return typeof document === 'string' ? { ...columns, ...Object(readDocument(document)) } : columns;
}

function placeOf(table: string, { document }: Record<string, unknown>): string {
  if (table !== 'records' || typeof document !== 'string') return table;
  const { data } = readDocument<{ data?: { kind?: string } }>(document);
  return `records[${data?.kind ?? '?'}]`;
}
