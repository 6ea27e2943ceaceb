import { join } from 'node:path';
import Database from 'libsql';
import { SERVER_TRAITS } from '../../../../workbench/src/server/serverTraits';
import { readDocument } from '../../../../workbench/src/store/readDocument';
import type { Store } from '../../../../workbench/src/store/Store';
import type { RecordDocument } from '../../../../workbench/src/store/collections/RecordCollection';
import { openStore } from '../../../../workbench/src/store/Store';
import { openWorkspace } from '../../../../workbench/src/workspace/openWorkspace';
import type { Workspace } from '../../../../workbench/src/workspace/Workspace';
import type { TestWorkbench } from './TestWorkbench';

/** The data of a running workbench. Apps do not hear of what is changed through it. */
export interface Behind {
  store: Store;
  workspace: Workspace;
}

/** Opens a workspace from behind, for what an administrator does there that the workbench has no interface for. */
export function openBehind({ url, server }: TestWorkbench, dataDir: string): Behind {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  return { store, workspace: openWorkspace({ store, siteUrl: url, traits: SERVER_TRAITS[server] }) };
}

type Collection = 'records' | 'messages' | 'rooms' | 'uploads' | 'visitors';

/** The store of a durable workbench. Nothing is masked. */
export function stored({ dataDir }: TestWorkbench, collection: Collection): object[] {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  try {
    return [...store[collection].where('1 ORDER BY rowid')];
  } finally {
    store.close();
  }
}

/**
 * Changes what the app has stored, record by record, so that tests reach what would take days or a crash in the very
 * moment. The app must not be running, it would go on with what it remembers.
 *
 * @param change gives the new record, or nothing for one that stays
 */
export function changeRecords(
  dataDir: string,
  change: (data: Record<string, unknown>) => Record<string, unknown> | undefined,
): void {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  try {
    for (const record of store.records.where('1 ORDER BY rowid')) {
      const data = change({ ...record.data });
      if (data) store.records.put({ ...record, data });
    }
  } finally {
    store.close();
  }
}

/**
 * Puts webhooks of one message each back to where they were before the app remembered that they were done, as after a
 * crash between the two: nobody can kill a process in exactly that moment. The app must not be running.
 *
 * @param bodies the webhooks, by the wamid under which the app has filed them
 * @returns the wamids that were remembered
 */
export function forgetLinks(dataDir: string, bodies: ReadonlyMap<string, unknown>): string[] {
  const forgotten: string[] = [];
  changeRecords(dataDir, ({ kind, wamid, entry, minute, number }) => {
    const body = bodies.get(String(wamid));
    if (kind !== 'link' || body === undefined) return undefined;
    forgotten.push(String(wamid));
    // At the end of its minute: nothing in a webhook is later than its receipt.
    const receivedAt = Date.parse(`${String(minute)}:59.999Z`);
    return { kind: 'inbox', wamid, entry, minute, sender: number, receivedAt, attempts: 0, body };
  });
  return forgotten;
}

/** Does something while a user has these roles and no others. The workbench has to be durable. */
export async function withRoles(
  workbench: TestWorkbench,
  username: string,
  roles: string[],
  act: () => Promise<unknown>,
): Promise<void> {
  const store = openStore({ file: join(workbench.dataDir, 'workspace.sqlite') });
  const user = store.users.first('username = ?', username);
  if (!user) throw new Error(`there is no ${username}`);
  try {
    store.users.put({ ...user, roles });
    await act();
  } finally {
    store.users.put(user);
    store.close();
  }
}

/**
 * Lets the store of a running workbench refuse what is new and holds certain words, restarts included.
 *
 * @param does what it refuses: to store such a document, or to delete one, as if the process ended there
 * @returns what lets it take them again
 */
export function refuseToStore(
  dataDir: string,
  table: 'messages' | 'records',
  words: string,
  does: 'INSERT' | 'DELETE' = 'INSERT',
): () => void {
  const run = (sql: string) => {
    const db = new Database(join(dataDir, 'workspace.sqlite'));
    db.exec(sql);
    db.close();
  };
  run(
    `CREATE TRIGGER refused BEFORE ${does} ON ${table} WHEN ${does === 'INSERT' ? 'NEW' : 'OLD'}.document LIKE '%${words}%'
     BEGIN SELECT RAISE(ABORT, 'the store is away'); END`,
  );
  return () => run('DROP TRIGGER refused');
}

/**
 * Stores records of the app again and again, each time as others: as many as came in months. The app may be running.
 *
 * @param change gives the associations and the data of the copy with this number, from their text
 */
export function multiplyRecords(
  dataDir: string,
  records: readonly RecordDocument[],
  times: number,
  change: (text: string, at: number) => string,
): void {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  try {
    store.transaction(() => {
      for (let at = 0; at < times; at += 1) {
        for (const record of records) {
          const copy = change(JSON.stringify({ associations: record.associations, data: record.data }), at);
          const { associations, data } = JSON.parse(copy) as Pick<RecordDocument, 'associations' | 'data'>;
          store.records.create(record.appId, associations, data);
        }
      }
    });
  } finally {
    store.close();
  }
}

/** Longer than the sweep leaves alone what may still be under way. */
const OUTAGE_MINUTES = 10;

/** Kills server, simulator, sandbox and app at once; the power comes back after so many minutes. Needs `durable`. */
export async function cutPower(workbench: TestWorkbench, minutes = OUTAGE_MINUTES): Promise<void> {
  await workbench.kill();
  await workbench.restart({ later: minutes });
}

/** Lets minutes pass for a workbench that is down: it starts again at the later time. */
export function passTime(dataDir: string, minutes: number): void {
  const { clock, close } = openStore({ file: join(dataDir, 'workspace.sqlite') });
  clock.write(clock.read() + Math.round(minutes * 60_000));
  close();
}

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
