import * as v from 'valibot';
import { HOUR } from '../core/durations';
import { AppError } from '../core/errors/AppError';
import type { Host } from '../core/Host';
import { association, toRecord } from '../core/records/association';
import { isStoreNewer } from '../core/records/install';
import type { Connection } from '../dialog360/Connection';
import { technically } from '../dialog360/readUnreachable';
import type { ConnectedNumber } from './numbers';

/**
 * The connection of a number to 360dialog, at the address of the settings. Technical failures are logged, and kept for
 * the `support` command. Requests for files of a connected number respect 360dialog's limit of failures.
 *
 * @throws AppError when a newer version of the app has written the records
 */
export async function connectionOf(
  host: Host,
  { apiKey, digits }: Pick<ConnectedNumber, 'apiKey'> & Partial<Pick<ConnectedNumber, 'digits'>>,
): Promise<Connection> {
  if (await isStoreNewer(host)) {
    throw new AppError({ kind: 'refused', retry: 'no', key: 'errors:storeNewer' });
  }
  const note = (trouble: AppError) => {
    host.logger.warn('360dialog could not be asked:', trouble.message);
    const at = new Date().toISOString();
    host.memory.troubles.set(at, { at, what: technically(trouble) });
  };
  const baseUrl = await host.memory.settings.get('apiBaseUrl');
  const media = digits === undefined ? undefined : mediaLimit(host, digits);
  return { http: host.dialog360, baseUrl, apiKey, note, media };
}

function mediaLimit(host: Host, digits: string): Connection['media'] {
  return {
    mayAsk: async () => {
      const until = await restsUntil(host, digits);
      if (until !== undefined && until > Date.now()) {
        const minutes = Math.ceil((until - Date.now()) / 60_000);
        throw new AppError({ kind: 'refused', retry: 'no', key: 'media:resting', params: { minutes } });
      }
    },
    failed: ({ key }) => noteFailure(host, digits, key === 'errors:endpointBlocked'),
  };
}

/**
 * The number of failed requests for files that a number may have within an hour. After the fifth, 360dialog answers none for an
 * hour (docs.360dialog.com: media download limitation, the stricter of its two statements).
 */
const MOST = 4;

const failuresSchema = v.object({ kind: v.literal('media-failures'), at: v.array(v.number()) });

/**
 * When requests for files of a number failed within the last hour, epoch milliseconds, oldest first. Cached for a
 * minute, during which another instance may not know the newest ones.
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

/**
 * When the next request for a file may be made, epoch milliseconds; undefined means at once. It rarely costs a round
 * trip.
 */
export async function restsUntil(host: Host, number: string): Promise<number | undefined> {
  const failures = await readFailures(host, number);
  const oldest = failures.at(-MOST);
  return oldest === undefined ? undefined : oldest + HOUR;
}

/** Records that a request for a file failed. @param isBlocked whether 360dialog refuses all of them now */
export async function noteFailure(host: Host, number: string, isBlocked: boolean): Promise<void> {
  // Read again, because failures at other instances count too.
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
