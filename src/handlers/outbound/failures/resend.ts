import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { file, findByAbout, removeEntry, storeEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';

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

/**
 * Writes down that a message is being sent again, so that a crash leaves a trace. Two who ask for it at once, also on two
 * instances, are ordered by who wrote first.
 *
 * @returns undefined when somebody else is sending it again; else what is to be called when the sending is over
 */
export async function takeUpAgain(
  host: Host,
  { number, customer }: WhatsappRoom,
  { id: messageId = '', room }: Pick<IMessage, 'id' | 'room'>,
): Promise<(() => Promise<void>) | undefined> {
  const now = Date.now();
  const facts = { kind: 'outbox', number, customer, roomId: room.id, messageId, at: now } as const;
  const intent: OutboxEntry = { ...file(now), ...facts, about: messageId };
  await storeEntry(host, intent);
  host.memory.entriesAtWork.add(intent.entry);
  const end = async () => {
    host.memory.entriesAtWork.delete(intent.entry);
    await removeEntry(host, intent);
  };
  const intents = (await findByAbout(host, messageId)).filter(isIntent);
  if (intents[0]?.entry === intent.entry) {
    return end;
  }
  await end();
  return undefined;
}

/** A try to send a whole message again that has not ended yet. */
function isIntent(entry: { kind: string; piece?: string; told?: boolean }): boolean {
  return entry.kind === 'outbox' && entry.piece === undefined && entry.told !== true;
}

/** Takes a failure card away: what it told is not true any more. Where that cannot be done the card stays. */
export async function withdrawCard(host: Host, cardId: string): Promise<void> {
  try {
    const card = await host.read.getMessageReader().getById(cardId);
    if (card) {
      await host.modify.getDeleter().deleteMessage(card, await host.memory.appUser.get(host));
    }
  } catch (error) {
    host.logger.warn('An outdated card could not be removed:', String(error));
  }
}
