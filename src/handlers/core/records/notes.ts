import type { Entry, LinkEntry, NoteEntry } from './Entry';

/**
 * How far a message can get, each further than those before it. It is the order in which the delivery machine moves: a
 * failure is news after an acceptance, and is refuted by a delivery.
 */
export const DELIVERIES = ['accepted', 'sent', 'failed', 'delivered', 'read', 'played'];

/** The further one of several states of one message, in whatever order and by whomever they were written down. */
export function furthest(states: readonly (string | undefined)[]): string | undefined {
  const [best] = states
    .filter((state) => state !== undefined)
    .sort((a, b) => DELIVERIES.indexOf(b) - DELIVERIES.indexOf(a));
  return best;
}

/** Records with what was noted since read into the links that it is about: of the delivery the furthest, else the newest. */
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
