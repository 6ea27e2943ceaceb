import { join } from 'node:path';
import Database from 'libsql';
import * as v from 'valibot';
import { readDocument } from '../../../../workbench/src/store/readDocument';
import type { Store } from '../../../../workbench/src/store/Store';

/** A message as the simulated WhatsApp has it. */
export interface PhoneSide {
  wamid: string;
  direction: 'in' | 'out';
  customerId: string;
  body: string;
  /** WhatsApp's second. */
  second: number;
  status: string;
}

/** A message as it stands in a room of Rocket.Chat. */
export interface RoomSide {
  id: string;
  rid: string;
  body: string;
  at: number;
  /** Its place in the order in which messages were put into rooms. */
  came: number;
  /** A customer wrote it. */
  isCustomer: boolean;
  /** It came more than a minute after it was written, and says when that was. */
  isLate: boolean;
}

const phoneSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    wamid: v.string(),
    direction: v.picklist(['in', 'out']),
    customerId: v.string(),
    timestamp: v.number(),
    status: v.string(),
    message: v.object({ text: v.optional(v.object({ body: v.string() })) }),
  }),
);

const rowSchema = v.object({ doc: v.string() });

/** Every text in the chats of the simulated WhatsApp, in the order in which it was written. */
export function readPhones(dataDir: string): PhoneSide[] {
  return rowsOf(dataDir, 'SELECT doc FROM messages ORDER BY seq').flatMap(({ doc }) => {
    const { timestamp, message, ...facts } = v.parse(phoneSchema, doc);
    const body = message.text?.body;
    return body === undefined ? [] : [{ ...facts, second: Math.floor(timestamp / 1_000), body }];
  });
}

/** Webhooks of the simulated 360dialog that are not delivered yet. */
export class OpenDeliveries {
  private readonly db: Database.Database;
  private readonly counting: Database.Statement;

  constructor(dataDir: string) {
    this.db = new Database(join(dataDir, 'simulator.sqlite'), { readonly: true });
    this.counting = this.db.prepare('SELECT count(*) AS open FROM deliveries WHERE open = 1');
  }

  count(): number {
    return v.parse(openSchema, this.counting.get()).open;
  }

  close(): void {
    this.db.close();
  }
}

const openSchema = v.object({ open: v.number() });

function rowsOf(dataDir: string, sql: string): v.InferOutput<typeof rowSchema>[] {
  const db = new Database(join(dataDir, 'simulator.sqlite'), { readonly: true });
  try {
    return v.parse(v.array(rowSchema), db.prepare(sql).all());
  } finally {
    db.close();
  }
}

/** Every message in the rooms of conversations, in the order in which people read it. */
export function readRooms(store: Store): RoomSide[] {
  const rooms = new Set(store.rooms.where("t = 'l'").map(({ _id }) => _id));
  const messages = store.messages.where('1 ORDER BY rowid').map((message, came) => ({ ...message, came }));
  return messages
    .sort((one, other) => one.ts.getTime() - other.ts.getTime())
    .filter(({ rid, t }) => rooms.has(rid) && t === undefined)
    .map(({ _id: id, rid, msg, ts, token, attachments = [], came }) => ({
      id,
      rid,
      body: msg,
      at: ts.getTime(),
      came,
      isCustomer: token !== undefined,
      isLate: attachments.length > 0,
    }));
}

const recordSchema = v.looseObject({
  kind: v.string(),
  wamid: v.optional(v.string()),
  delivery: v.optional(v.string()),
  changes: v.optional(v.looseObject({ delivery: v.optional(v.string()) })),
});

const changeSchema = v.object({
  seq: v.number(),
  id: v.string(),
  at: v.number(),
  document: v.nullable(v.string()),
});

/** From the least to the furthest. A failure after an acceptance is refuted by a delivery. */
export const STATES = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

/** The store itself writes down which record changes when. */
const FOLLOWED = `
  CREATE TABLE record_changes (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, at INTEGER NOT NULL);
  INSERT INTO record_changes (id, at) SELECT _id, 0 FROM records ORDER BY rowid;
  ${[
    ['INSERT', 'NEW'],
    ['UPDATE', 'NEW'],
    ['DELETE', 'OLD'],
  ]
    .map(
      ([event, row]) =>
        `CREATE TRIGGER record_${event} AFTER ${event} ON records BEGIN
           INSERT INTO record_changes (id, at)
           VALUES (${row}._id, CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER));
         END;`,
    )
    .join('\n')}`;

const CHANGES = `
  SELECT changed.seq, changed.id, changed.at, records.document
  FROM (SELECT max(seq) AS seq, id, max(at) AS at FROM record_changes WHERE seq > ? GROUP BY id) AS changed
  LEFT JOIN records ON records._id = changed.id ORDER BY changed.seq`;

/**
 * What the app keeps: the webhooks that it has not worked off, and how far each message got as it knows. A look costs what has
 * changed since the last one, and the moments come from the store, so that looking neither slows the app nor blurs its times.
 */
export class AppRecords {
  /** Ids of records of webhooks whose message is not known to stand in a room. */
  readonly pending = new Set<string>();
  /** By wamid, the state that the agents are shown. */
  readonly deliveries = new Map<string, string>();
  /** How often such a state went back. */
  statusesBack = 0;
  private readonly db: Database.Database;
  private readonly changes: Database.Statement;
  private readonly linked = new Set<string>();
  /** Of webhooks with one message, by its wamid. */
  private readonly pendingOf = new Map<string, Set<string>>();
  /** By wamid, the state that each record tells. */
  private readonly told = new Map<string, Map<string, string>>();
  private readonly wamidOf = new Map<string, string>();
  private seen = 0;

  constructor(dataDir: string) {
    this.db = new Database(join(dataDir, 'workspace.sqlite'));
    this.db.exec('PRAGMA busy_timeout = 10000');
    const isFollowed = this.db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'record_changes'").get() !== undefined;
    if (!isFollowed) this.db.exec(`BEGIN IMMEDIATE; ${FOLLOWED} COMMIT`);
    this.changes = this.db.prepare(CHANGES);
  }

  /**
   * Reads the changes of the records, and takes the processed webhooks off the list of awaited ones.
   *
   * @param waiting by webhook, since when it is awaited, epoch milliseconds; 0 while the app is down
   * @returns how long each of them took, in milliseconds
   */
  recovered(waiting: Map<string, number>): number[] {
    return [...this.look()].flatMap(([webhook, at]) => {
      const since = waiting.get(webhook) ?? 0;
      if (since === 0) return [];
      waiting.delete(webhook);
      return Math.max(0, at - since);
    });
  }

  /** Reads what has changed. @returns the webhooks that were processed, and when that was, epoch milliseconds */
  private look(): Map<string, number> {
    const done = new Map<string, number>();
    for (const { seq, id, at, document } of v.parse(v.array(changeSchema), this.changes.all(this.seen))) {
      this.seen = seq;
      const data = document === null ? undefined : readDocument<{ data: unknown }>(document).data;
      const record = v.safeParse(recordSchema, data);
      const { kind, wamid, delivery, changes } = record.success ? record.output : { kind: undefined };
      if (kind === 'link' && wamid !== undefined) {
        this.linked.add(wamid);
        this.pendingOf.get(wamid)?.forEach((each) => this.end(each, at, done));
        this.pendingOf.delete(wamid);
      }
      if (kind !== 'inbox') {
        this.end(id, at, done);
      } else if (wamid === undefined || !this.linked.has(wamid)) {
        this.pending.add(id);
        if (wamid !== undefined) this.pendingOf.set(wamid, (this.pendingOf.get(wamid) ?? new Set()).add(id));
      }
      this.note(id, wamid, kind === 'link' ? delivery : changes?.delivery);
    }
    return done;
  }

  close(): void {
    this.db.close();
  }

  private end(id: string, at: number, done: Map<string, number>): void {
    if (this.pending.delete(id)) done.set(id, at);
  }

  /** @param state undefined where the record tells none, or is no more */
  private note(id: string, wamid: string | undefined, state: string | undefined): void {
    const of = wamid ?? this.wamidOf.get(id);
    if (of === undefined || (state === undefined && !this.wamidOf.has(id))) return;
    const states = this.told.get(of) ?? new Map<string, string>();
    this.told.set(of, states);
    if (state === undefined) {
      states.delete(id);
      this.wamidOf.delete(id);
    } else {
      states.set(id, state);
      this.wamidOf.set(id, of);
    }
    const furthest = [...states.values()].reduce((one, other) => (rank(other) >= rank(one) ? other : one), '');
    if (rank(furthest) < rank(this.deliveries.get(of) ?? '')) this.statusesBack += 1;
    this.deliveries.set(of, furthest);
  }
}

function rank(state: string): number {
  return STATES.indexOf(state);
}
