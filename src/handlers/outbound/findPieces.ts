import type { Host } from '../Host';
import { findByAbout } from '../records/entries';
import type { OutboxEntry } from '../records/Entry';

/**
 * The pieces of an agent's message that need not be sent again: those that WhatsApp took and did not fail at, and those
 * that are on their way. One of which nobody knows, as the agent was told, is not among them. As many of a piece as
 * there are.
 *
 * @param taken pieces that WhatsApp took, where their records may be purged by now
 */
export async function findPieces(host: Host, messageId: string, taken: readonly string[] = []): Promise<string[]> {
  const entries = await findByAbout(host, messageId);
  const pieces = entries.flatMap((entry) => {
    const counts =
      (entry.kind === 'link' && entry.delivery !== 'failed') ||
      (entry.kind === 'outbox' && entry.told !== true && !isToBeMade(entry));
    return counts && entry.piece !== undefined ? [entry.piece] : [];
  });
  // Where there are records they decide: a piece that was taken may have failed since.
  const recorded = entries.flatMap((entry) => ('piece' in entry ? (entry.piece ?? []) : []));
  for (const piece of taken) {
    const at = recorded.indexOf(piece);
    if (at < 0) {
      pieces.push(piece);
    } else {
      recorded.splice(at, 1);
    }
  }
  return pieces;
}

/** A file that could not be brought to Meta yet: its message is sent again as a whole. */
function isToBeMade({ state, content }: OutboxEntry): boolean {
  return state === 'waiting' && content === undefined;
}
