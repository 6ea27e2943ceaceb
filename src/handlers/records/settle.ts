import type { Host } from '../Host';
import { file, replaceEntry, storeEntry } from './entries';
import type { InboxEntry, LinkEntry } from './Entry';

/** What a link tells, without its filing. */
export type LinkFacts = Omit<LinkEntry, 'kind' | 'entry' | 'minute' | 'wamid'>;

/**
 * Remembers that a WhatsApp message is in the room: one round trip. The record of a webhook with this one message turns
 * into the link, which saves writing one and removing the other; a batch gets a link for each of its messages, and so
 * does a message that came along with the one that its webhook is filed under.
 */
export async function settle(host: Host, inbox: InboxEntry, wamid: string, facts: LinkFacts): Promise<void> {
  if (inbox.wamid === wamid) {
    // The same places, by which the store knows the record that is replaced.
    const { entry, minute, heard } = inbox;
    await replaceEntry(host, { ...facts, kind: 'link', entry, minute, wamid, heard });
  } else {
    await storeEntry(host, { ...facts, kind: 'link', ...file(Date.now(), wamid), wamid });
  }
  host.memory.seen.set(wamid, true);
}
