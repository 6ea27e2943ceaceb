import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { ActionId } from '../handlers/core/actionValue';
import { encodeValue } from '../handlers/core/actionValue';
import type { Drawing } from './elements';
import { actions, button, section } from './elements';

/** A card, and its plain text for search and notifications. */
export interface Card {
  text: string;
  blocks: LayoutBlock[];
}

/** A message that could not be sent because the customer service window is closed. */
interface Waiting {
  messageId: string;
  /** The beginning of the message. */
  excerpt: string;
}

/** Says why a message was not sent while the window is closed, and offers what can be done instead. */
export function windowCard(drawing: Drawing, { reason, ...waiting }: Waiting & { reason: string }): Card {
  const { t } = drawing;
  const text = `${t('delivery:failed', { excerpt: waiting.excerpt, reason })}\n${t('delivery:keepOffer')}`;
  return draw(drawing, waiting, text, ['open-templates', 'keep-message']);
}

/** Replaces the window card when the message waits for the customer. @param day on which this was decided, as people write it */
export function keptCard(
  { appId, t }: Drawing,
  { by, day, hasFile, ...waiting }: Waiting & { by: string; day: string; hasFile: boolean },
): Card {
  const text = t('delivery:kept', { excerpt: waiting.excerpt, by, day });
  return draw({ appId, t }, waiting, hasFile ? `${text} ${t('delivery:keptFile')}` : text, ['cancel-kept']);
}

/** Asks in a newer conversation whether to send a message that waited in the earlier one. */
export function keptBeforeCard(drawing: Drawing, { by, day, ...waiting }: Waiting & { by: string; day: string }): Card {
  const text = drawing.t('delivery:keptBefore', { excerpt: waiting.excerpt, by, day });
  return draw(drawing, waiting, text, ['send-kept', 'cancel-kept']);
}

const labels = {
  'open-templates': 'templates:formTitle',
  'keep-message': 'delivery:sendWhenAnswered',
  'send-kept': 'delivery:sendKept',
  'cancel-kept': 'delivery:cancelKept',
} as const satisfies Partial<Record<ActionId, string>>;

function draw(drawing: Drawing, { messageId }: Waiting, text: string, ids: readonly (keyof typeof labels)[]): Card {
  const blockId = 'window-actions';
  const value = encodeValue({ messageId });
  const buttons = ids.map((actionId) =>
    button(drawing, { blockId, actionId, text: drawing.t(labels[actionId]), value }),
  );
  return { text, blocks: [section(drawing, 'window-text', text), actions(drawing, blockId, buttons)] };
}
