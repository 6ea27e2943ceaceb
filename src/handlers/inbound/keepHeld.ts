import type { Conversation } from '../records/conversations';
import { file, removeEntry } from '../records/entries';
import { storeHeld } from '../records/held';
import type { Task } from './Task';

/** Keeps what a customer sent, with its own time, until somebody is available. */
export async function keepHeld(
  { host, event, inbox, number, heard }: Task<'message'> | Task<'edit'> | Task<'revoke'> | Task<'reaction'>,
  { customer }: Conversation,
): Promise<void> {
  const { wamid } = event;
  await storeHeld(host, {
    ...file(Date.now(), wamid),
    kind: 'held',
    wamid,
    heard,
    number: number.digits,
    customer,
    at: event.timestamp ?? inbox.receivedAt,
    event,
  });
  if (inbox.wamid === wamid) {
    await removeEntry(host, inbox);
  }
}
