import type { InboundKind } from '../../simulator/documents/Customer';

/** Kinds that answer or change a message: the phone sends them from the message itself, or from its text field. */
const ELSEWHERE = new Set(['text', 'reply', 'reaction', 'edit', 'revoke', 'button', 'interactive']);

/** Whether a kind can be sent from the menu as it is. */
export function isPlayable({ id }: InboundKind): boolean {
  return !ELSEWHERE.has(id);
}
