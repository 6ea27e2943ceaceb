import type { Host } from '../Host';
import { file, findByAbout, removeEntry, storeEntry } from '../records/entries';
import type { Entry } from '../records/Entry';
import { minute } from '../records/minute';

/** Milliseconds: whoever is older than that has ended without saying so. */
const LONGEST = 180_000;

/** The moving of a room. */
interface Move {
  /** Somebody has begun it before and did not come to its end. */
  resumed: boolean;
  /** To be called when it is moved. */
  end(): Promise<void>;
}

/**
 * Says that a room is being moved: two instances that notice the same second room at once would move what is in it twice.
 *
 * @returns undefined when somebody else moves it
 */
export async function claimMove(host: Host, roomId: string): Promise<Move | undefined> {
  const about = `move ${roomId}`;
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
