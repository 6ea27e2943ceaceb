import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Host } from '../Host';
import type { WhatsappRoom } from '../omnichannel/whatsappRoom';
import { file, findByAbout, removeEntry, storeEntry } from '../records/entries';
import type { OutboxEntry } from '../records/Entry';

/**
 * Writes down that a message is being sent again, so that a crash leaves a trace. Two who ask for it at once, also on two
 * instances, are told apart by who wrote first.
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

/** Of a whole message, by somebody who has not come to its end. */
function isIntent(entry: { kind: string; piece?: string; told?: boolean }): boolean {
  return entry.kind === 'outbox' && entry.piece === undefined && entry.told !== true;
}
