import { file } from '../../src/handlers/core/records/entries';
import type { OutboxEntry } from '../../src/handlers/core/records/Entry';

/** An agent's message on its way, with what the test is about. */
export function outboxEntry(facts: Partial<OutboxEntry> = {}): OutboxEntry {
  const at = Date.now();
  return {
    ...file(at),
    kind: 'outbox',
    number: '551155550100',
    customer: '5511955550111',
    roomId: 'room-id',
    messageId: 'message-id',
    at,
    ...facts,
  };
}
