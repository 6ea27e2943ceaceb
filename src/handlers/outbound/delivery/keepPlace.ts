import type { Host } from '../../core/Host';
import { file, removeEntry, storeEntry } from '../../core/records/entries';
import type { OutboxEntry } from '../../core/records/Entry';
import { conversationKey } from '../../omnichannel/conversations/conversations';
import type { WhatsappRoom } from '../../omnichannel/whatsappRoom';
import { ALIVE, keepAlive } from './trySend';

/**
 * Keeps the place of an agent's message in its queue while its pieces go out one by one: what is written later waits for all
 * of them, on every instance, and what is left of it after a crash is sent by `QueueWorkers`.
 *
 * @returns gives the place up
 */
export async function keepPlace(
  host: Host,
  facts: WhatsappRoom & Required<Pick<OutboxEntry, 'roomId' | 'messageId' | 'queuedAt'>>,
): Promise<() => Promise<void>> {
  const at = Date.now();
  const queue = conversationKey(facts.number, facts.customer);
  const own = { about: facts.messageId, gate: 'agent', queue, at, busyUntil: at + ALIVE } as const;
  const whole: OutboxEntry = { ...file(at), ...facts, ...own, kind: 'outbox', state: 'waiting' };
  host.memory.entriesAtWork.add(whole.entry);
  await storeEntry(host, whole);
  const end = keepAlive(host, whole);
  return async () => {
    end();
    await removeEntry(host, whole);
    host.memory.entriesAtWork.delete(whole.entry);
  };
}
