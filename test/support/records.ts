import { file } from '../../src/handlers/core/records/entries';
import type { InboxEntry, OutboxEntry } from '../../src/handlers/core/records/Entry';
import type { ConnectedNumber } from '../../src/handlers/numbers/numbers';
import type { Conversation } from '../../src/handlers/omnichannel/conversations/conversations';
import type { NumberForm } from '../../src/machines/numberForm';

/** A connected number, with what the test is about. */
export function connectedNumber(facts: Partial<ConnectedNumber> = {}): ConnectedNumber {
  return {
    kind: 'number',
    digits: '551155550100',
    apiKey: 'KEY-A1B2',
    webhookSecret: 'secret-of-the-number',
    connectedAt: 1_700_000_000_000,
    ...facts,
  };
}

/** A customer at the number of `connectedNumber`, with what the test is about. */
export function conversation(facts: Partial<Conversation> = {}): Conversation {
  return {
    kind: 'conversation',
    number: '551155550100',
    customer: '5511955550111',
    ids: ['5511955550111'],
    waId: '5511955550111',
    visitor: { id: 'v', token: 't', username: '5511955550111', name: 'Ana' },
    ...facts,
  };
}

/** A stored webhook with one message, or with several when there is no wamid. */
export function inboxEntry(facts: Partial<InboxEntry> & { wamid?: string } = {}): InboxEntry {
  const receivedAt = facts.receivedAt ?? Date.now();
  return {
    ...file(receivedAt, facts.wamid),
    kind: 'inbox',
    receivedAt,
    body: { entry: [] },
    sender: '551155550100',
    attempts: 0,
    ...facts,
  };
}

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

/** A filled form, with what the test is about. */
export function numberForm(facts: Partial<NumberForm> = {}): NumberForm {
  return {
    apiKey: 'A1B2C3D4E5F6G7H8',
    phoneNumber: '+55 11 5555-0100',
    departmentId: '',
    welcomeMessage: '',
    finishedMessage: '',
    offlineMessage: '',
    ...facts,
  };
}
