import { removeEntry } from '../records/entries';
import { isRepeated } from '../records/isRepeated';
import type { Task } from './Task';

/** An event that has a wamid of its own. */
type Numbered = Pick<Task, 'host' | 'inbox'> & { event: { wamid: string } };

/**
 * Does the work, unless the message was put into its room before. A repeated webhook costs its one read; its record is
 * left to the sweep, which removes it here.
 */
export async function unlessRepeated({ host, event, inbox }: Numbered, work: () => Promise<void>): Promise<void> {
  if (!(await isRepeated(host, inbox, event.wamid))) {
    await work();
  } else if (inbox.resumed && inbox.wamid === event.wamid) {
    await removeEntry(host, inbox);
  }
}
