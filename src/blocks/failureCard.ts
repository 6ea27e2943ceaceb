import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/interactions/actionValue';
import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';

/** A message that did not reach the customer. */
export interface Failure {
  /** The beginning of what was not delivered. */
  excerpt: string;
  /** What happened and what to do next, in the agent's words. */
  reason: string;
  /** The message to send again; absent where that cannot help. */
  messageId?: string;
}

/** The card under a message that was not delivered: what happened, what to do, and a button that does it. */
export function failureCard(drawing: Drawing, { excerpt, reason, messageId }: Failure): LayoutBlock[] {
  const { t } = drawing;
  const card: LayoutBlock[] = [section(drawing, 'delivery-failure', t('delivery:failed', { excerpt, reason }))];
  if (messageId) {
    const again = button(drawing, {
      blockId: 'delivery-actions',
      actionId: 'send-again',
      text: t('delivery:sendAgain'),
      value: encodeValue({ messageId }),
    });
    card.push(actions(drawing, 'delivery-actions', [again]));
  }
  return card;
}
