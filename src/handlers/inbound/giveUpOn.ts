import type { Host } from '../Host';
import { file, removeEntry } from '../records/entries';
import type { InboxEntry } from '../records/Entry';
import { association } from '../records/association';
import { toRecord } from '../records/toRecord';
import { warnAdmins } from '../warnings/warnAdmins';

/** Lays a webhook aside that could not be worked off again and again: it is kept, and the setup channel is told. */
export async function giveUpOn(host: Host, inbox: InboxEntry, reason: string): Promise<void> {
  const { entry } = file(Date.now());
  await host.persistence.createWithAssociations(toRecord({ ...inbox, kind: 'undelivered', reason }), [
    association('undelivered'),
    association('entry', entry),
  ]);
  await removeEntry(host, inbox);
  await warnAdmins(host, `undelivered ${inbox.entry}`, 'warnings:undelivered', { reason });
}
