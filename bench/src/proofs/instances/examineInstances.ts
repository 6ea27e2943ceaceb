import type { Store } from '../../../../workbench/src/store/Store';
import type { MessageDocument } from '../../../../workbench/src/workspace/documents/MessageDocument';
import { examine } from '../crash/examine';
import type { Verdict as CommonVerdict } from '../crash/examine';
import { readPhones } from '../crash/readTruth';
import { WELCOME } from './playInstances';

/** What became of everything that was written. */
export interface Verdict extends CommonVerdict {
  pictures: number;
  /** Pictures that stand nowhere, or more than once; also captions. */
  picturesLost: number;
  picturesDoubled: number;
  /** Customers who got the welcome text more than once, and who did not get it. */
  welcomedTwice: number;
  notWelcomed: number;
  /** Agents' texts that failed on WhatsApp; with more than one card, and with none. */
  failed: number;
  cardsDoubled: string[];
  cardsMissing: string[];
  /** Conversations beyond one a customer, those without a word in them included. */
  surplusRooms: number;
}

/**
 * Compares what people wrote with what arrived, and counts what must be there once.
 *
 * @param people as `examine` takes them
 * @param people.captions of the pictures that customers sent, by customer
 */
export function examineInstances(
  dataDir: string,
  store: Store,
  people: Parameters<typeof examine>[2] & { captions: ReadonlyMap<string, readonly string[]> },
): Verdict {
  const phones = readPhones(dataDir);
  const messages = store.messages.where('1');
  const captions = [...people.captions.values()].flat();
  const times = countBy(messages.filter(({ token }) => token !== undefined).map(({ msg }) => msg));
  const albumRooms = new Set(messages.filter(({ msg }) => msg.startsWith('picture ')).map(({ rid }) => rid));
  const files = messages.filter(({ rid, token, file }) => token !== undefined && file && albumRooms.has(rid)).length;
  const captionsLost = captions.filter((caption) => !times.has(caption)).length;
  const captionsDoubled = captions.filter((caption) => (times.get(caption) ?? 0) > 1).length;
  const customers = new Set([...phones.map(({ customerId }) => customerId), ...people.captions.keys()]);
  const welcomes = countBy(phones.filter(({ body }) => body === WELCOME).map(({ customerId }) => customerId));
  const failedBodies = new Set(phones.filter(({ status }) => status === 'failed').map(({ body }) => body));
  const failed = [...people.written].filter(([, body]) => failedBodies.has(body)).map(([id]) => id);
  const cards = messages.filter(isCard).map(({ blocks }) => JSON.stringify(blocks));
  const cardsOf = (id: string) => cards.filter((card) => card.includes(id)).length;
  return {
    ...examine(dataDir, store, people),
    secondVisitors: store.visitors.count() - customers.size,
    customers: customers.size,
    pictures: captions.length,
    picturesLost: captionsLost + Math.max(0, captions.length - files),
    picturesDoubled: captionsDoubled + Math.max(0, files - captions.length),
    welcomedTwice: [...welcomes.values()].filter((count) => count > 1).length,
    notWelcomed: [...customers].filter((id) => !welcomes.has(id)).length,
    failed: failed.length,
    cardsDoubled: failed.filter((id) => cardsOf(id) > 1),
    cardsMissing: failed.filter((id) => cardsOf(id) === 0),
    surplusRooms: store.rooms.where("t = 'l'").length - customers.size,
  };
}

function isCard({ blocks, token }: MessageDocument): boolean {
  return token === undefined && Boolean(blocks);
}

function countBy(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
