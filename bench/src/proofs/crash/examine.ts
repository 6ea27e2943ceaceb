import type { Store } from '../../../../workbench/src/store/Store';
import type { PhoneSide, RoomSide } from './readTruth';
import { readApp, readPhones, readRooms, STATES } from './readTruth';

/** What became of everything that was written. */
export interface Verdict {
  customers: number;
  inbound: number;
  /** Texts of customers that stand in no room, or more than once, or in a room of somebody else. */
  lost: string[];
  doubled: string[];
  misplaced: string[];
  /** Stand behind something that was written in a later second, and do not say so. */
  outOfOrder: string[];
  /** Came more than a minute late: they stand where they came in, and say when they were written. */
  late: number;
  /** Customers with more than one room. */
  secondRooms: number;
  secondVisitors: number;
  agentTexts: number;
  /** Reached the customer twice. */
  sentTwice: string[];
  /** Did not reach the customer, and no card tells the agents. */
  unsent: string[];
  /** Did not reach the customer for certain; a card tells the agents and offers to send it again. */
  told: number;
  /** The app shows less than what WhatsApp has told in the end. */
  statusesBehind: number;
}

/**
 * Compares what people wrote with what arrived, in the stores of both sides.
 *
 * @param written the agents' texts by the ids of their messages
 */
export function examine(dataDir: string, store: Store, written: ReadonlyMap<string, string>): Verdict {
  const phones = readPhones(dataDir);
  const rooms = readRooms(store);
  const inbound = phones.filter(({ direction }) => direction === 'in');
  const shown = groupBy(
    rooms.filter(({ isCustomer }) => isCustomer),
    ({ body }) => body,
  );
  const received = groupBy(
    phones.filter(({ direction }) => direction === 'out'),
    ({ body }) => body,
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
  const agents = [...written].map(([id, body]) => ({ id, body, times: received.get(body)?.length ?? 0 }));
  const cards = store.messages
    .where('1')
    .map(({ blocks }) => (blocks ? JSON.stringify(blocks) : ''))
    .join('');
  const missing = agents.filter((each) => each.times === 0);
  const { deliveries } = readApp(store);
  return {
    customers: roomOf.size,
    inbound: inbound.length,
    lost: inbound.filter((each) => times(each) === 0).map(({ body }) => body),
    doubled: inbound.filter((each) => times(each) > 1).map(({ body }) => body),
    misplaced: [...owners].filter(([, of]) => of.length > 1).map(([rid]) => rid),
    outOfOrder: findDisorder(inbound, rooms),
    late: rooms.filter(({ isCustomer, isLate }) => isCustomer && isLate).length,
    secondRooms: [...roomOf.values()].filter(({ size }) => size > 1).length,
    secondVisitors: store.visitors.count() - new Set(inbound.map(({ customerId }) => customerId)).size,
    agentTexts: written.size,
    sentTwice: agents.filter((each) => each.times > 1).map(({ body }) => body),
    unsent: missing.filter(({ id }) => !cards.includes(id)).map(({ body }) => body),
    told: missing.filter(({ id }) => cards.includes(id)).length,
    statusesBehind: phones.filter(
      ({ direction, wamid, status }) =>
        direction === 'out' && STATES.indexOf(deliveries.get(wamid) ?? '') < STATES.indexOf(status),
    ).length,
  };
}

function findDisorder(inbound: readonly PhoneSide[], rooms: readonly RoomSide[]): string[] {
  const seconds = new Map(inbound.map(({ body, second }) => [body, second]));
  const last = new Map<string, number>();
  return rooms.flatMap(({ rid, body, isCustomer, isLate }) => {
    const second = isCustomer && !isLate ? seconds.get(body) : undefined;
    if (second === undefined) return [];
    const before = last.get(rid) ?? 0;
    last.set(rid, Math.max(before, second));
    return second < before ? [body] : [];
  });
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
