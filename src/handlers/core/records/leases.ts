import type { Host } from '../Host';
import { pause } from '../durations';
import { file, findByAbout, removeEntry, replaceEntry, storeEntry } from './entries';
import type { ClaimEntry } from './Entry';
import { minute } from './association';

/** Milliseconds. The length of a lease whose caller names none. */
const LONGEST = 180_000;

/** Milliseconds of a lease for making something. Its holder acts in the first half only. */
const SHORT = 20_000;

/** Milliseconds to wait for another holder's lease to end: longer than a lease lasts. */
const PATIENCE = 30_000;

/**
 * The longest random pause between two attempts, in milliseconds. It makes it unlikely that two that gave way to each
 * other collide again.
 */
const PAUSE = 200;

/** The number of attempts. Two that try at the same moment both give way. */
const ROUNDS = 5;

/** The right to do some work, which one holder has at a time. */
export interface Lease {
  /** Whether an earlier holder started the work and did not finish it. */
  resumed: boolean;
  /** Milliseconds for which nobody else can hold it. */
  left(): number;
  /** Extends it to its full length from now. If the store does not answer before its end, it is lost. Never throws. */
  renew(): Promise<void>;
  /** Ends the lease. Never throws, since a lease also ends by itself. */
  end(): Promise<void>;
}

/** Thrown when this process was paused for so long that another process may hold the lease. The work has to stop. */
export class LostLeaseError extends Error {
  override name = 'LostLeaseError';
}

/**
 * Takes a lease for work that two instances may begin at the same moment, so that it is done once.
 *
 * @param about names the work
 * @param lasts milliseconds after which the lease ends if its process is killed
 * @returns undefined while somebody else holds the lease
 */
export async function takeLease(host: Host, about: string, lasts = LONGEST): Promise<Lease | undefined> {
  for (let round = 1; ; round += 1) {
    const lease = await tryLease(host, about, lasts);
    if (lease || round === ROUNDS) {
      return lease;
    }
    await pause(Math.random() * PAUSE);
  }
}

/**
 * Does work of unknown length, which one holder does at a time. Its lease is short, so that others need not wait long when
 * the process is killed, and is renewed while the work goes on.
 *
 * @param work calls `goOn` before each step that must not be done twice, which throws when somebody else may hold the lease
 * @returns 'busy' while somebody else does it
 * @throws LostLeaseError, and what `work` throws
 */
export async function workAlone<T>(
  host: Host,
  about: string,
  work: (goOn: () => void) => Promise<T>,
): Promise<T | 'busy'> {
  const lease = await takeLease(host, about, SHORT);
  if (!lease) {
    return 'busy';
  }
  const timer = setInterval(() => void lease.renew(), SHORT / 4);
  try {
    return await work(() => {
      if (lease.left() < SHORT / 2) {
        throw new LostLeaseError('another instance may do the same by now');
      }
    });
  } finally {
    clearInterval(timer);
    await lease.end();
  }
}

/**
 * Makes something that must exist only once. Others that make it at the same moment, on this instance or another one, get the
 * same thing. Four round trips besides those of the two functions.
 *
 * @param find looks for it; `make` is called when it is not there, while nobody else can make it
 * @throws when others have held the lease for half a minute, and what the two functions throw
 */
export async function makeOnce<T>(
  host: Host,
  about: string,
  { find, make }: { find: () => Promise<T | undefined>; make: () => Promise<T> },
): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const lease = await tryLease(host, about, SHORT);
    if (lease) {
      try {
        const found = await find();
        // A process that was paused for a while may have lost its lease to another one.
        if (found !== undefined || lease.left() > SHORT / 2) {
          return found ?? (await make());
        }
      } finally {
        await lease.end();
      }
    } else {
      await pause(Math.random() * PAUSE);
      const found = await find();
      if (found !== undefined) {
        return found;
      }
    }
  }
  throw new Error('another instance has been making the same for too long');
}

/**
 * The store has no lock, but whoever inserts second sees the first record. Who sees no other record holds the lease, all
 * others give way. Two never hold it at once. It is possible that nobody does; then all try again.
 */
async function tryLease(host: Host, about: string, lasts: number): Promise<Lease | undefined> {
  let until = Date.now() + lasts;
  const own: ClaimEntry = { ...file(Date.now()), about, kind: 'claim', attempts: 0, until };
  await storeEntry(host, own);
  const others = (await findByAbout(host, about)).filter(({ entry }) => entry !== own.entry);
  const dead = others.filter((other) => isDead(other));
  if (dead.length < others.length) {
    await removeEntry(host, own);
    return undefined;
  }
  return {
    resumed: dead.length > 0,
    left: () => until - Date.now(),
    renew: async () => {
      const next = Date.now() + lasts;
      try {
        await replaceEntry(host, { ...own, until: next });
        // Another process that looked between the end and this write has taken it.
        until = Date.now() < until ? next : 0;
      } catch (error) {
        host.logger.warn('A lease could not be renewed:', String(error));
      }
    },
    end: async () => {
      await Promise.allSettled([...dead, own].map((each) => removeEntry(host, each)));
    },
  };
}

function isDead(entry: { minute: string; until?: number }): boolean {
  return entry.until === undefined ? entry.minute < minute(Date.now() - LONGEST) : entry.until < Date.now();
}
