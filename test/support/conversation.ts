import type { Conversation } from '../../src/handlers/omnichannel/conversations/conversations';

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
