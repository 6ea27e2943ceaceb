import { MINUTE } from '../../core/durations';
import type { Host } from '../../core/Host';
import { file, findByWamid, noteOn, replaceEntry, storeEntry } from '../../core/records/entries';
import type { InboxEntry, LinkEntry } from '../../core/records/Entry';
import { minute } from '../../core/records/association';
import type { Conversation } from '../../omnichannel/conversations/conversations';
import { isOf } from '../../omnichannel/conversations/conversations';

/** The facts of a link, without its id and minute. */
export type LinkFacts = Omit<LinkEntry, 'kind' | 'entry' | 'minute' | 'wamid'>;

/**
 * Links a WhatsApp message to its message in the room. One round trip: the record of a webhook with this one message turns
 * into the link. A webhook with several messages keeps its record, and gets a new link for each message.
 */
export async function linkMessage(host: Host, inbox: InboxEntry, wamid: string, facts: LinkFacts): Promise<void> {
  if (inbox.wamid === wamid) {
    // The same associations: the store finds the record to replace by them.
    const { entry, minute: filed, heard } = inbox;
    await replaceEntry(host, { ...facts, kind: 'link', entry, minute: filed, wamid, heard });
    await noteTime(host, wamid, filed, facts);
  } else {
    await storeEntry(host, { ...facts, kind: 'link', ...file(Date.now(), wamid), wamid });
  }
  host.memory.seen.set(wamid, true);
}

/**
 * A message is searched for in the minutes around its time in the room. If it took longer than a minute, like a large
 * file or a retried one, that is far from the minute of its webhook, so it is also noted under its own minute: one more
 * round trip.
 */
async function noteTime(host: Host, wamid: string, filed: string, facts: LinkFacts): Promise<void> {
  const { roomId, messageId, captionId } = facts;
  if (messageId !== undefined && filed < minute(Date.now() - MINUTE)) {
    await noteOn(host, { wamid }, { roomId, messageId, captionId });
  }
}

/** What is known of a message that a customer's webhook names, such as the one that they react to or quote. */
export interface NamedMessage {
  /** If it belongs to this very conversation. Messages of other customers are neither changed nor shown. */
  link?: LinkEntry;
  /** Whether it waits for somebody to be available. */
  isHeld: boolean;
  /** Whether it belongs to somebody else. */
  isOfOthers: boolean;
}

/** Looks up a message that the customer of a conversation names: one round trip. */
export async function findNamed(host: Host, wamid: string, conversation: Conversation): Promise<NamedMessage> {
  const entries = await findByWamid(host, wamid);
  const records = entries.filter((entry) => entry.kind === 'link' || entry.kind === 'held');
  const theirs = records.filter((entry) => isOf(conversation, entry));
  return {
    link: theirs.find((entry) => entry.kind === 'link'),
    isHeld: theirs.some(({ kind }) => kind === 'held'),
    isOfOthers: records.length > 0 && theirs.length === 0,
  };
}
