import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../../core/Host';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { file, findByAbout, removeEntry, storeEntry } from '../../core/records/entries';
import type { Entry, LinkEntry, OutboxEntry } from '../../core/records/Entry';

/**
 * The parts of an agent's message that need not be sent again: those that WhatsApp took without a failure, and those
 * that are being sent. Parts with an unknown result, which the agent was told about, are not included. A part that was
 * sent several times is listed as often.
 *
 * @param taken parts that WhatsApp took, whose records may be purged by now
 */
export async function findPieces(host: Host, messageId: string, taken: readonly string[] = []): Promise<string[]> {
  const entries = await findByAbout(host, messageId);
  const pieces = entries.flatMap((entry) => (isUnderWay(entry) && entry.piece !== undefined ? [entry.piece] : []));
  // Existing records decide: a part that WhatsApp took may have failed since.
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

/**
 * Whether another process has sent the same part of a message, or sends it: then its record was stored first.
 *
 * @param own the part's record, which is stored
 * @param times how often the same part comes before it in the message
 */
export async function isSentElsewhere(host: Host, own: OutboxEntry, times: number): Promise<boolean> {
  const entries = await findByAbout(host, own.about ?? '');
  const place = entries.findIndex(({ entry }) => entry === own.entry);
  const others = entries.filter(
    (entry, at) => isUnderWay(entry) && entry.piece === own.piece && (entry.kind === 'link' || at < place),
  );
  // For a moment a part that WhatsApp took has both.
  const linked = new Set(others.flatMap((entry) => (entry.kind === 'link' ? (entry.outbox ?? []) : [])));
  return others.filter(({ entry }) => !linked.has(entry)).length > times;
}

/** Something that WhatsApp took, or that is being sent. */
function isUnderWay(entry: Entry): entry is LinkEntry | OutboxEntry {
  return (
    (entry.kind === 'link' && entry.delivery !== 'failed') ||
    (entry.kind === 'outbox' && entry.told !== true && !isToBeMade(entry))
  );
}

/** A file that is not uploaded to Meta yet: its message is sent again as a whole. */
function isToBeMade({ state, content }: OutboxEntry): boolean {
  return state === 'waiting' && content === undefined;
}

/**
 * Records that a message is being sent again, so that a crash leaves a trace. Of two simultaneous requests, even on two
 * instances, the one that was stored first wins.
 *
 * @returns undefined when somebody else is sending it again; else a function to call when the sending is finished
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

/** An unfinished attempt to send a whole message again. */
function isIntent(entry: { kind: string; piece?: string; told?: boolean }): boolean {
  return entry.kind === 'outbox' && entry.piece === undefined && entry.told !== true;
}

/** Removes a failure card that is no longer true. If it cannot be removed, it stays. */
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
