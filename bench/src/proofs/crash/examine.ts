import type { Store } from '../../../../workbench/src/store/Store';
import type { PhoneSide, RoomSide } from './readTruth';
import { readPhones, readRooms, STATES } from './readTruth';

/** What became of everything that was written. */
export interface Verdict {
  customers: number;
  inbound: number;
  /** Texts of customers that stand in no room, or more than once, or in a room of somebody else. */
  lost: string[];
  doubled: string[];
  misplaced: string[];
  /** Texts that came in time, but stand behind another such text that was written in a later second. */
  outOfOrder: string[];
  /** Texts that came in time, but stand above a late text that was written and arrived before them, for no reason. */
  aboveLate: string[];
  /** Late texts that stand above another late text, although that one arrived earlier. */
  lateOutOfOrder: string[];
  /** The number of texts that came more than a minute late. They stand where they arrived, and say when they were written. */
  late: number;
  /** Customers with more than one room. */
  secondRooms: number;
  secondVisitors: number;
  agentTexts: number;
  /** Texts of agents that reached the customer twice, in whole or in part. */
  sentTwice: string[];
  /** Texts of agents that did not reach the customer whole, and no card tells the agents. */
  unsent: string[];
  /** The number of agents' texts that perhaps did not reach the customer. A card says so and offers to send them again. */
  told: number;
  /** The app shows less than what WhatsApp has told in the end. */
  statusesBehind: number;
}

/** Ids of agents' messages: the proof's own. A card's button names the message. */
const UUIDS = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * Compares what people wrote with what arrived, in the stores of both sides.
 *
 * @param known.written the agents' texts by the ids of their messages
 * @param known.states by wamid, how far each message got as the app shows it
 */
export function examine(
  dataDir: string,
  store: Store,
  { written, states }: { written: ReadonlyMap<string, string>; states: ReadonlyMap<string, string> },
): Verdict {
  const phones = readPhones(dataDir);
  const rooms = readRooms(store);
  const inbound = phones.filter(({ direction }) => direction === 'in');
  const shown = groupBy(
    rooms.filter(({ isCustomer }) => isCustomer),
    ({ body }) => body,
  );
  const received = groupBy(
    phones.filter(({ direction }) => direction === 'out').flatMap(({ body }) => endsOf(body)),
    (line) => line,
  );
  const times = (of: PhoneSide) => shown.get(of.body)?.length ?? 0;
  const roomOf = new Map<string, Set<string>>();
  for (const { body, customerId } of inbound) {
    for (const { rid } of shown.get(body) ?? []) {
      roomOf.set(customerId, (roomOf.get(customerId) ?? new Set()).add(rid));
    }
  }
  const owners = groupBy(
    [...roomOf].flatMap(([customer, rids]) => [...rids].map((rid) => ({ customer, rid }))),
    ({ rid }) => rid,
  );
  const agents = [...written].map(([id, body]) => {
    const times = endsOf(body).map((line) => received.get(line)?.length ?? 0);
    return { id, body: endsOf(body)[0] ?? '', least: Math.min(...times), most: Math.max(...times) };
  });
  const told = new Set(
    store.messages.where('1').flatMap(({ blocks }) => (blocks ? (JSON.stringify(blocks).match(UUIDS) ?? []) : [])),
  );
  const missing = agents.filter(({ least }) => least === 0);
  return {
    customers: roomOf.size,
    inbound: inbound.length,
    lost: inbound.filter((each) => times(each) === 0).map(({ body }) => body),
    doubled: inbound.filter((each) => times(each) > 1).map(({ body }) => body),
    misplaced: [...owners].filter(([, of]) => of.length > 1).map(([rid]) => rid),
    ...findDisorder(inbound, rooms),
    late: rooms.filter(({ isCustomer, isLate }) => isCustomer && isLate).length,
    secondRooms: [...roomOf.values()].filter(({ size }) => size > 1).length,
    secondVisitors: store.visitors.count() - new Set(inbound.map(({ customerId }) => customerId)).size,
    agentTexts: written.size,
    sentTwice: agents.filter(({ most }) => most > 1).map(({ body }) => body),
    unsent: missing.filter(({ id }) => !told.has(id)).map(({ body }) => body),
    told: missing.filter(({ id }) => told.has(id)).length,
    statusesBehind: phones.filter(
      ({ direction, wamid, status }) =>
        direction === 'out' && STATES.indexOf(states.get(wamid) ?? '') < STATES.indexOf(status),
    ).length,
  };
}

/** The first and the last line of a text, once where it has one: a long text comes in two messages. */
function endsOf(body: string): string[] {
  const lines = body.trim().split('\n');
  return [...new Set([lines[0] ?? '', lines.at(-1) ?? ''])].filter((line) => /^(out|end) /.test(line));
}

/**
 * The order that `docs/architecture.md` promises. Messages that come in time stand in the order of WhatsApp's seconds. A late
 * one stands where it came in; what comes after it in time and was written after it stands behind it, unless something that
 * was written even later stands above it already.
 */
function findDisorder(
  inbound: readonly PhoneSide[],
  rooms: readonly RoomSide[],
): Pick<Verdict, 'outOfOrder' | 'aboveLate' | 'lateOutOfOrder'> {
  const seconds = new Map(inbound.map(({ body, second }) => [body, second]));
  const found: ReturnType<typeof findDisorder> = { outOfOrder: [], aboveLate: [], lateOutOfOrder: [] };
  const shown = rooms.flatMap(({ isCustomer, ...message }) => {
    const second = isCustomer ? seconds.get(message.body) : undefined;
    return second === undefined ? [] : { ...message, second };
  });
  for (const room of groupBy(shown, ({ rid }) => rid).values()) {
    let latest = 0;
    let lastLate = -1;
    for (const [place, { body, second, came, isLate }] of room.entries()) {
      if (isLate) {
        if (came < lastLate) found.lateOutOfOrder.push(body);
        lastLate = Math.max(lastLate, came);
        continue;
      }
      if (second < latest) found.outOfOrder.push(body);
      latest = Math.max(latest, second);
      const isAbove = room.slice(place + 1).some((other, at) => {
        const isBefore = other.isLate && other.second < second && other.came < came;
        const between = room.slice(place + 1, place + 1 + at);
        return isBefore && !between.some((each) => !each.isLate && each.second > second);
      });
      if (isAbove) found.aboveLate.push(body);
    }
  }
  return found;
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
