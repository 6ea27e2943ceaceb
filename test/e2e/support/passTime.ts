import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/openStore';
import type { RecordDocument } from '../../../workbench/src/store/collections/RecordCollection';

const MINUTE = 60_000;

/** Fields of the app's records that hold a time, epoch milliseconds. */
const TIMES = ['receivedAt', 'at', 'sweptUntil', 'purgedUntil', 'trackedSince', 'offlineSentAt', 'since'];

/**
 * Lets minutes pass while a workbench is down: nobody can turn the sandbox's clock, so what the app has stored becomes so
 * much older instead. The app must not be running, it would go on with what it remembers.
 *
 * @param kind ages only records of this kind, where WhatsApp's own times in others must stay
 */
export function passTime(dataDir: string, minutes: number, kind?: string): void {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  const earlier = (at: number) => at - minutes * MINUTE;
  const age = ({ associations, data }: RecordDocument) => ({
    associations: associations.map(({ model, id }) => ({ model, id: id.replace(/^(minute:)(.+)$/, ageMinute) })),
    data: Object.fromEntries(
      Object.entries(data).map(([name, value]: [string, unknown]) => {
        if (name === 'minute') return [name, earlierMinute(String(value))];
        return [name, TIMES.includes(name) && typeof value === 'number' ? earlier(value) : value];
      }),
    ),
  });
  const ageMinute = (_all: string, kind: string, minute: string) => `${kind}${earlierMinute(minute)}`;
  const earlierMinute = (minute: string) =>
    new Date(earlier(Date.parse(`${minute}:00Z`))).toISOString().slice(0, 'YYYY-MM-DDTHH:mm'.length);
  try {
    store.transaction(() => {
      for (const record of store.records.where('1 ORDER BY rowid')) {
        if (kind && Reflect.get(record.data, 'kind') !== kind) continue;
        const { associations, data } = age(record);
        store.records.delete(record._id);
        store.records.create(record.appId, associations, data);
      }
    });
  } finally {
    store.close();
  }
}
