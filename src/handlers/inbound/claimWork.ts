import type { Host } from '../Host';
import { file, findByAbout, removeEntry, storeEntry } from '../records/entries';
import type { Entry } from '../records/Entry';
import { minute } from '../records/minute';

/** Milliseconds: whoever is older than that has ended without saying so. */
const LONGEST = 180_000;

/** Work that one instance does. */
interface Work {
  /** Somebody has begun it before and did not come to its end. */
  resumed: boolean;
  /** To be called when it is done. */
  end(): Promise<void>;
}

/**
 * Says that something is being done that two instances may find to be done at the same moment, and would do twice.
 *
 * @param about names the work
 * @returns undefined when somebody else does it
 */
export async function claimWork(host: Host, about: string): Promise<Work | undefined> {
  const claim: Entry = { ...file(Date.now()), about, kind: 'claim', attempts: 0 };
  await storeEntry(host, claim);
  const claims = await findByAbout(host, about);
  const oldest = minute(Date.now() - LONGEST);
  const dead = claims.filter((other) => other.minute < oldest);
  if (claims[dead.length]?.entry !== claim.entry) {
    await removeEntry(host, claim);
    return undefined;
  }
  return {
    resumed: dead.length > 0,
    end: async () => {
      await Promise.all([...dead, claim].map((each) => removeEntry(host, each)));
    },
  };
}
