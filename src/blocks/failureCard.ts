import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/interactions/actionValue';
import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';

/** What the button of the card does, and how it is called. */
const LABELS = {
  'send-again': 'delivery:sendAgain',
  'open-templates': 'templates:formTitle',
  'refresh-list': 'templates:refresh',
} as const;

/** A message that did not reach the customer. */
export interface Failure {
  /** The beginning of what was not delivered. */
  excerpt: string;
  /** What happened and what to do next, in the agent's words. */
  reason: string;
  /** Absent where nothing that can be pressed helps. */
  remedy?: keyof typeof LABELS;
  /** The message to send again. */
  messageId?: string;
}

/** The card under a message that was not delivered: what happened, what to do, and a button that does it. */
export function failureCard(drawing: Drawing, { excerpt, reason, remedy, messageId }: Failure): LayoutBlock[] {
  const { t } = drawing;
  const card: LayoutBlock[] = [section(drawing, 'delivery-failure', t('delivery:failed', { excerpt, reason }))];
  if (remedy) {
    const blockId = 'delivery-actions';
    const value = encodeValue({ messageId });
    card.push(
      actions(drawing, blockId, [button(drawing, { blockId, actionId: remedy, text: t(LABELS[remedy]), value })]),
    );
  }
  return card;
}
