import type { Host } from '../Host';
import { findByAbout } from '../records/entries';

/**
 * The pieces of an agent's message that need not be sent again: those that WhatsApp took and did not fail at, and those
 * that are on their way. One of which nobody knows, as the agent was told, is not among them. As many of a piece as
 * there are.
 */
export async function findPieces(host: Host, messageId: string): Promise<string[]> {
  const entries = await findByAbout(host, messageId);
  return entries.flatMap((entry) => {
    const counts =
      (entry.kind === 'link' && entry.delivery !== 'failed') || (entry.kind === 'outbox' && entry.told !== true);
    return counts && entry.piece !== undefined ? [entry.piece] : [];
  });
}
