import { join } from 'node:path';
import Database from 'libsql';
import * as v from 'valibot';
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

/** How many webhooks are not delivered yet. */
export function countOpenDeliveries(dataDir: string): number {
  return rowsOf(dataDir, "SELECT '' AS doc FROM deliveries WHERE open = 1").length;
}

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
  const came = new Map(store.messages.where('1 ORDER BY rowid').map(({ _id }, place) => [_id, place]));
  return store.messages
    .where('1 ORDER BY ts')
    .filter(({ rid, t }) => rooms.has(rid) && t === undefined)
    .map(({ _id: id, rid, msg, ts, token, attachments = [] }) => ({
      id,
      rid,
      body: msg,
      at: ts.getTime(),
      came: came.get(id) ?? 0,
      isCustomer: token !== undefined,
      isLate: attachments.length > 0,
    }));
}

const recordSchema = v.looseObject({
  kind: v.string(),
  wamid: v.optional(v.string()),
  entry: v.optional(v.string()),
  delivery: v.optional(v.string()),
  changes: v.optional(v.looseObject({ delivery: v.optional(v.string()) })),
});

/** What the app keeps: the webhooks that it has not worked off, and how far each message got as it knows. */
export interface AppSide {
  /**
   * By the record's id; of a webhook with one message its wamid. That of a repeated message is left out: it stays until the
   * sweep, and the message stands in its room.
   */
  pending: Map<string, string | undefined>;
  /** Wamids of messages that stand in a room, as the app knows. */
  linked: Set<string>;
  /** By wamid, the state that the agents are shown. */
  deliveries: Map<string, string>;
}

/** From the least to the furthest. A failure after an acceptance is refuted by a delivery. */
export const STATES = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

export function readApp(store: Store): AppSide {
  const side: AppSide = { pending: new Map(), linked: new Set(), deliveries: new Map() };
  for (const { data } of store.records.where('1 ORDER BY rowid')) {
    const parsed = v.safeParse(recordSchema, data);
    if (!parsed.success) continue;
    const { kind, wamid, entry, delivery, changes } = parsed.output;
    if (kind === 'inbox' && entry !== undefined) side.pending.set(entry, wamid);
    if (kind === 'link' && wamid !== undefined) side.linked.add(wamid);
    const state = kind === 'link' ? delivery : changes?.delivery;
    if (wamid !== undefined && state !== undefined) {
      const known = side.deliveries.get(wamid);
      if (STATES.indexOf(state) >= STATES.indexOf(known ?? '')) side.deliveries.set(wamid, state);
    }
  }
  for (const [entry, wamid] of side.pending) {
    if (wamid !== undefined && side.linked.has(wamid)) side.pending.delete(entry);
  }
  return side;
}
