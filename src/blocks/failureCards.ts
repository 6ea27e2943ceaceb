import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/core/actionValue';
import type { Drawing } from './elements';
import { actions, button, section } from './elements';

/** The label of each action's button. */
const LABELS = {
  'send-again': 'delivery:sendAgain',
  'open-templates': 'templates:formTitle',
  'refresh-list': 'templates:refresh',
} as const;

/** A message that did not reach the customer. */
interface Failure {
  /** The beginning of the message that was not delivered. */
  excerpt: string;
  /** What happened and what to do next, in the agent's words. */
  reason: string;
  /** Absent when no button can help. */
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

/** A customer's file that could not be downloaded from WhatsApp. */
interface FailedDownloadFacts {
  /** What happened, Markdown. */
  text: string;
  /** WhatsApp's id of the message that the file came with. */
  wamid: string;
}

/** The card that stands in for a file that could not be downloaded, with a button that tries again. */
export function failedDownloadCard(drawing: Drawing, { text, wamid }: FailedDownloadFacts): LayoutBlock[] {
  const again = button(drawing, {
    blockId: 'media-actions',
    actionId: 'fetch-media',
    text: drawing.t('media:tryAgain'),
    value: encodeValue({ wamid }),
  });
  return [section(drawing, 'media-failure', text), actions(drawing, 'media-actions', [again])];
}
