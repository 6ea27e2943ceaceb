import * as v from 'valibot';
import { HOUR } from '../core/durations';
import type { Host } from '../core/Host';
import { association } from '../core/records/association';
import { toRecord } from '../core/records/toRecord';

/**
 * The number of failed requests for files that a number may have within an hour. After the fifth, 360dialog answers none for an
 * hour (docs.360dialog.com: media download limitation, the stricter of its two statements).
 */
const MOST = 4;

const failuresSchema = v.object({ kind: v.literal('media-failures'), at: v.array(v.number()) });

/**
 * When requests for files of a number failed within the last hour, epoch milliseconds, oldest first. Remembered for a
 * minute: so long another instance may not know of the newest.
 */
async function readFailures(host: Host, number: string): Promise<readonly number[]> {
  const now = Date.now();
  const known = host.memory.mediaFailures.get(number);
  const at = known ?? (await load(host, number));
  if (!known) {
    host.memory.mediaFailures.set(number, at);
  }
  return at.filter((when) => when > now - HOUR);
}

/** When the next request for a file may be made, epoch milliseconds; undefined for at once. Seldom a round trip. */
export async function restsUntil(host: Host, number: string): Promise<number | undefined> {
  const failures = await readFailures(host, number);
  const oldest = failures.at(-MOST);
  return oldest === undefined ? undefined : oldest + HOUR;
}

/** Writes down that a request for a file failed. @param isBlocked 360dialog answers none of them any more */
export async function noteFailure(host: Host, number: string, isBlocked: boolean): Promise<void> {
  // Read anew: what other instances met counts too.
  host.memory.mediaFailures.delete(number);
  const before = await readFailures(host, number);
  const at = [...before, ...Array.from({ length: isBlocked ? MOST : 1 }, () => Date.now())].slice(-MOST);
  host.memory.mediaFailures.set(number, at);
  const record = toRecord({ kind: 'media-failures', at });
  await host.persistence.updateByAssociations([association('mediaFailures', number)], record, true);
}

async function load(host: Host, number: string): Promise<readonly number[]> {
  const [record] = await host.read.getPersistenceReader().readByAssociation(association('mediaFailures', number));
  const parsed = v.safeParse(failuresSchema, record);
  return parsed.success ? parsed.output.at : [];
}
