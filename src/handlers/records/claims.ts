import type { Host } from '../Host';
import { pause } from '../pause';
import { file, findByAbout, removeEntry, storeEntry } from './entries';
import type { ClaimEntry } from './Entry';
import { minute } from './minute';

/** Milliseconds: of a claim that says no time, whoever is older than that has ended without saying so. */
const LONGEST = 180_000;

/** Milliseconds for which a claim to make something is good; whoever made it acts in the first half only. */
const SHORT = 20_000;

/** Milliseconds to wait for somebody else's claim: longer than one is good for. */
const PATIENCE = 30_000;

/** Milliseconds at most between two looks, at random: two who give way to each other do not meet again. */
const PAUSE = 200;

/** Two who claim in the same moment both give way; so often the work is claimed anew. */
const ROUNDS = 5;

/** Work that one instance does. */
export interface Claim {
  /** Somebody has begun it before and did not come to its end. */
  resumed: boolean;
  /** Milliseconds for which nobody else can have it. */
  left(): number;
  /** To be called when it is done. Never throws: a claim ends by itself as well. */
  end(): Promise<void>;
}

/**
 * Says that something is being done that two instances may find to be done at the same moment, and would do twice.
 *
 * @param about names the work
 * @param lasts milliseconds for which nobody else can have it, when its process is killed
 * @returns undefined when somebody else does it
 */
export async function claimWork(host: Host, about: string, lasts = LONGEST): Promise<Claim | undefined> {
  for (let round = 1; ; round += 1) {
    const claim = await tryClaim(host, about, lasts);
    if (claim || round === ROUNDS) {
      return claim;
    }
    await pause(Math.random() * PAUSE);
  }
}

/**
 * Makes something that must not come to be twice: whoever else makes it at the same moment, on this instance or another
 * one, gets what was made. Four round trips besides those of the two functions.
 *
 * @param find looks whether it is there; `make` is called where it is not, while nobody else can
 * @throws when others have been at it for half a minute, and what the two functions throw
 */
export async function makeOnce<T>(
  host: Host,
  about: string,
  { find, make }: { find: () => Promise<T | undefined>; make: () => Promise<T> },
): Promise<T> {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    const claim = await tryClaim(host, about, SHORT);
    if (claim) {
      try {
        const found = await find();
        // A process that was stopped for a while may hold a claim that is somebody else's by now.
        if (found !== undefined || claim.left() > SHORT / 2) {
          return found ?? (await make());
        }
      } finally {
        await claim.end();
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
 * The store has no lock, but whoever inserts second sees the first one's record: who is alone holds the claim, everybody
 * else gives way. So two never hold it at once; that nobody does is possible, and mended by trying again.
 */
async function tryClaim(host: Host, about: string, lasts: number): Promise<Claim | undefined> {
  const until = Date.now() + lasts;
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
    end: async () => {
      await Promise.allSettled([...dead, own].map((each) => removeEntry(host, each)));
    },
  };
}

function isDead(entry: { minute: string; until?: number }): boolean {
  return entry.until === undefined ? entry.minute < minute(Date.now() - LONGEST) : entry.until < Date.now();
}
