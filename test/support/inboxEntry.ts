import { file } from '../../src/handlers/core/records/entries';
import type { InboxEntry } from '../../src/handlers/core/records/Entry';

/** A stored webhook with one message, or with several when there is no wamid. */
export function inboxEntry(facts: Partial<InboxEntry> & { wamid?: string } = {}): InboxEntry {
  const receivedAt = facts.receivedAt ?? Date.now();
  return {
    ...file(receivedAt, facts.wamid),
    kind: 'inbox',
    receivedAt,
    body: { entry: [] },
    sender: '551155550100',
    attempts: 0,
    ...facts,
  };
}
