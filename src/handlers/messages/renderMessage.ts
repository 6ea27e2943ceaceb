import type { Translate } from '../translation/Translate';
import type { MessageEvent } from '../webhook/MessageEvent';
import type { RenderedMessage } from './RenderedMessage';
import { renderContent } from './renderContent';
import { renderContext } from './renderContext';
import { renderReferral } from './renderReferral';

/**
 * A customer's message as it reads in the room: that it was edited or forwarded, the product it asks about, its content,
 * and a card for the ad it came through. What customers wrote can neither hide a link's target nor wake everybody.
 * @returns a text that is never empty, unless there is a file
 */
export function renderMessage(
  { content, context, referral, isEdit }: Pick<MessageEvent, 'content' | 'context' | 'referral' | 'isEdit'>,
  t: Translate,
): RenderedMessage {
  const rendered = renderContent(content, t);
  const edited = isEdit ? [t('messages:editedNow')] : [];
  const lines = [...edited, ...renderContext(context, t), rendered.text].filter((line) => line !== '');
  const attachments = [...(rendered.attachments ?? []), ...(referral ? [renderReferral(referral, t)] : [])];
  return { ...rendered, text: lines.join('\n'), attachments: attachments.length > 0 ? attachments : undefined };
}
