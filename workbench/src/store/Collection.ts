import type { Database, Statement } from 'libsql';
import { readDocument, writeDocument } from './readDocument';

export type SqlValue = string | number | null | Buffer;

/**
 * The columns by which a collection can be searched and sorted, with the function that reads each value from a
 * document. Times are milliseconds.
 */
export type Columns<T> = Record<string, (document: T) => SqlValue | undefined>;

/**
 * A table of documents: the document itself as text, and columns for the values that queries use. A query by anything
 * other than the id needs an index.
 */
export class Collection<T extends { _id: string }> {
  readonly #statements = new Map<string, Statement>();
  readonly #columns: [string, (document: T) => SqlValue | undefined][];
  readonly #put: string;

  constructor(
    protected readonly db: Database,
    protected readonly name: string,
    columns: Columns<T>,
    indexes: string[] = [],
  ) {
    this.#columns = Object.entries(columns);
    const names = this.#columns.map(([column]) => column);
    const list = names.map((column) => `${column}, `).join('');
    db.exec(`CREATE TABLE IF NOT EXISTS ${name} (_id TEXT PRIMARY KEY, ${list}document TEXT NOT NULL)`);
    for (const index of indexes) {
      const label = index.replace(/[^a-zA-Z]+/g, '_').replace(/_+$/, '');
      db.exec(`CREATE INDEX IF NOT EXISTS ${name}_${label} ON ${name} (${index})`);
    }
    const values = ['?', ...names.map(() => '?'), '?'].join(', ');
    const updates = [...names, 'document'].map((column) => `${column} = excluded.${column}`).join(', ');
    this.#put = `INSERT INTO ${name} (_id, ${list}document) VALUES (${values}) ON CONFLICT (_id) DO UPDATE SET ${updates}`;
  }

  get(id: string): T | undefined {
    return this.first('_id = ?', id);
  }

  /** Writes a document, whether new or changed. */
  put(document: T): T {
    const values = this.#columns.map(([, value]) => value(document) ?? null);
    this.prepare(this.#put).run(document._id, ...values, writeDocument(document));
    return document;
  }

  delete(id: string): boolean {
    return this.prepare(`DELETE FROM ${this.name} WHERE _id = ?`).run(id).changes > 0;
  }

  /** Documents for a condition (and order, limit) in SQL over the collection's columns. */
  where(condition: string, ...values: SqlValue[]): T[] {
    const rows = this.prepare(`SELECT document FROM ${this.name} WHERE ${condition}`).all(...values);
    return rows.map((row) => this.#read(row));
  }

  first(condition: string, ...values: SqlValue[]): T | undefined {
    const row = this.prepare(`SELECT document FROM ${this.name} WHERE ${condition} LIMIT 1`).get(...values);
    return row === undefined ? undefined : this.#read(row);
  }

  count(condition = '1', ...values: SqlValue[]): number {
    const row = this.prepare(`SELECT count(*) AS n FROM ${this.name} WHERE ${condition}`).get(...values);
    return readNumber(row, 'n');
  }

  deleteWhere(condition: string, ...values: SqlValue[]): number {
    return this.prepare(`DELETE FROM ${this.name} WHERE ${condition}`).run(...values).changes;
  }

  /** Prepares a statement once. */
  protected prepare(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #read(row: unknown): T {
    if (typeof row !== 'object' || row === null || !('document' in row) || typeof row.document !== 'string') {
      throw new Error(`Unreadable row in ${this.name}`);
    }
    return readDocument<T>(row.document);
  }
}

function readNumber(row: unknown, column: string): number {
  const value: unknown = typeof row === 'object' && row !== null ? Reflect.get(row, column) : undefined;
  if (typeof value !== 'number') throw new Error(`No number in column ${column}`);
  return value;
}

/**
 * Does all writes of `work` or none. The write lock is taken first, so that the values which `work` reads stay valid.
 * It may be nested.
 */
export function atomically<T>(db: Database, work: () => T): T {
  return db.inTransaction ? work() : db.transaction(work).immediate();
}
