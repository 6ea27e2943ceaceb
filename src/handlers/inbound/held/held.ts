import type { Host } from '../../core/Host';
import { association, toRecord } from '../../core/records/association';
import type { HeldEntry } from '../../core/records/Entry';
import { readEntry } from '../../core/records/Entry';
import { heardOn } from '../../core/records/heard';
import { conversationKey } from '../../omnichannel/conversations/conversations';

/** Keeps a message until somebody is available. */
export async function storeHeld(host: Host, held: HeldEntry): Promise<void> {
  await host.persistence.createWithAssociations(toRecord(held), [
    association('entry', held.entry),
    association('minute', held.minute),
    association('wamid', held.wamid),
    association('held'),
    association('held', conversationKey(held.number, held.customer)),
    ...(held.heard ? [heardOn(held.heard)] : []),
  ]);
}

/** What waits, of everybody or of one customer, in WhatsApp's order. The list is as long as the queue of those who wait. */
export async function findHeld(host: Host, of?: { number: string; customer: string }): Promise<HeldEntry[]> {
  const by = of ? association('held', conversationKey(of.number, of.customer)) : association('held');
  const records = await host.read.getPersistenceReader().readByAssociation(by);
  const held = records.map(readEntry).filter((entry) => entry?.kind === 'held');
  return held.sort((a, b) => a.at - b.at);
}
