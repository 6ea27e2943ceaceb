import type { MediaArrival } from '../../../../src/handlers/media/putMediaIntoRoom';
import type { Conversation } from '../../../../src/handlers/records/conversations';
import { connectedNumber } from '../../../support/connectedNumber';
import { mediaRoom } from './mediaRoom';

const conversation: Conversation = {
  kind: 'conversation',
  number: '551155550100',
  customer: '5511988880000',
  ids: ['5511988880000'],
  waId: '5511988880000',
  visitor: { id: 'visitor-id', token: 'visitor-token', username: 'ana', name: 'Ana' },
};

/** A PDF of a customer's on its way, with what the test is about. */
export function arrivalOf(facts: Partial<MediaArrival> = {}): MediaArrival {
  const at = Date.now() - 5_000;
  return {
    number: connectedNumber(),
    conversation,
    room: mediaRoom(),
    visitor: conversation.visitor,
    media: { id: '42', kind: 'document', mimeType: 'application/pdf', filename: 'a.pdf' },
    text: '',
    wamid: 'wamid.1',
    at,
    placedAt: at,
    receivedAt: at,
    ...facts,
  };
}
