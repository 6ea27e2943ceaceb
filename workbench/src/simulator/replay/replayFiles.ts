import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Simulator } from '../Simulator';
import type { NumberRecord } from '../store/NumberRecord';
import { queueRawBody } from '../webhooks/queueRawBody';
import { bodiesIn } from './bodiesIn';
import { readdress } from './readdress';

/** What became of a file. */
export interface Replayed {
  file: string;
  /** Deliveries made of it. */
  deliveries: number[];
  /** Why there were none. */
  skipped?: string;
}

/**
 * Queues every webhook body found in a JSON file, or in those of a folder, in the order of their names. With `rewrite` they
 * are addressed to the given number. @throws when the place cannot be read.
 */
export async function replayFiles(
  simulator: Simulator,
  number: NumberRecord,
  place: string,
  rewrite: boolean,
): Promise<Replayed[]> {
  const isFolder = (await stat(place)).isDirectory();
  const names = isFolder ? (await readdir(place)).filter((name) => name.endsWith('.json')).sort() : [basename(place)];
  const results: Replayed[] = [];
  for (const name of names) {
    const bodies = bodiesIn(await readFile(isFolder ? join(place, name) : place, 'utf8'));
    const deliveries = bodies.map((body) => {
      const text = JSON.stringify(rewrite ? readdress(body, number) : body);
      return queueRawBody(simulator, number.phoneNumber, text).id;
    });
    results.push({ file: name, deliveries, ...(deliveries.length === 0 && { skipped: 'no webhook body' }) });
  }
  return results;
}
