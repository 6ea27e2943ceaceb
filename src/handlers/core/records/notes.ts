import type { Entry, LinkEntry, NoteEntry } from './Entry';

/**
 * The states of a message, each further than those before it, in the order of the delivery machine: a failure may
 * follow an acceptance, and a delivery overrides a failure.
 */
export const DELIVERIES = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

/** The furthest of several states of one message, whatever order they were stored in and whoever stored them. */
export function furthest(states: readonly (string | undefined)[]): string | undefined {
  const [best] = states
    .filter((state) => state !== undefined)
    .sort((a, b) => DELIVERIES.indexOf(b) - DELIVERIES.indexOf(a));
  return best;
}

/**
 * Merges notes into the links that they belong to. The furthest delivery state wins; of all other fields the newest
 * value wins.
 */
export function readTogether(entries: readonly Entry[]): Entry[] {
  const notes = entries.filter((entry) => entry.kind === 'note').sort((a, b) => a.at - b.at);
  return entries
    .filter((entry) => entry.kind !== 'note')
    .map((entry) => (entry.kind === 'link' ? withNotes(entry, notes) : entry));
}

function withNotes(link: LinkEntry, notes: readonly NoteEntry[]): LinkEntry {
  const own = notes.filter(({ wamid }) => wamid === link.wamid).map(({ changes }) => changes);
  const ofLater = notes.filter(({ wamid, about }) => wamid !== link.wamid && about !== link.about);
  const overtakenBy = ofLater.flatMap(({ changes }) => changes.delivery ?? []);
  const delivery = furthest([link.delivery, ...own.map((each) => each.delivery)]);
  const now = own.reduce<LinkEntry>((before, changes) => ({ ...before, ...changes }), link);
  const reached = [link, ...own].reduce<LinkEntry['reached']>(
    (all, each) => (each.reached ? { ...each.reached, ...all } : all),
    undefined,
  );
  return {
    ...now,
    delivery,
    reached,
    ...(overtakenBy.length > 0 ? { overtakenBy } : {}),
    reaction: now.reaction || undefined,
    reactionTold: now.reactionTold || undefined,
  };
}
