import { changeRecords } from './changeRecords';

/**
 * Puts webhooks of one message each back to where they were before the app remembered that they were done, as after a
 * crash between the two: nobody can kill a process in exactly that moment. The app must not be running.
 *
 * @param bodies the webhooks, by the wamid under which the app has filed them
 * @returns the wamids that were remembered
 */
export function forgetLinks(dataDir: string, bodies: ReadonlyMap<string, unknown>): string[] {
  const forgotten: string[] = [];
  changeRecords(dataDir, ({ kind, wamid, entry, minute, number }) => {
    const body = bodies.get(String(wamid));
    if (kind !== 'link' || body === undefined) return undefined;
    forgotten.push(String(wamid));
    // At the end of its minute: nothing in a webhook is later than its receipt.
    const receivedAt = Date.parse(`${String(minute)}:59.999Z`);
    return { kind: 'inbox', wamid, entry, minute, sender: number, receivedAt, attempts: 0, body };
  });
  return forgotten;
}
