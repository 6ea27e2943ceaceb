import { join } from 'node:path';
import { openStore } from '../../../workbench/src/store/openStore';

/**
 * Puts webhooks of one message each back to where they were before the app remembered that they were done, as after a
 * crash between the two: nobody can kill a process in exactly that moment. The app must not be running.
 *
 * @param bodies the webhooks, by the wamid under which the app has filed them
 */
export function forgetLinks(dataDir: string, bodies: ReadonlyMap<string, unknown>): string[] {
  const store = openStore({ file: join(dataDir, 'workspace.sqlite') });
  const forgotten: string[] = [];
  try {
    for (const record of store.records.where('1 ORDER BY rowid')) {
      const { kind, wamid, entry, minute, number }: Record<string, unknown> = { ...record.data };
      const body = bodies.get(String(wamid));
      if (kind === 'link' && body !== undefined) {
        const receivedAt = Date.parse(`${String(minute)}:00Z`);
        const inbox = { kind: 'inbox', wamid, entry, minute, sender: number, receivedAt, attempts: 0, body };
        store.records.put({ ...record, data: inbox });
        forgotten.push(String(wamid));
      }
    }
  } finally {
    store.close();
  }
  return forgotten;
}
