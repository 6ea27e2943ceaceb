import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../../core/translator';
import { escapeMarkdown, plainToMarkdown } from '../markup/whatsAppToMarkdown';
import type { MessageContext, MessageEvent, Referral } from '../webhook/WebhookEvent';
import { safeUrl } from './renderCards';
import { renderContent } from './renderContent';
import type { RenderedMessage } from './RenderedMessage';

/**
 * A customer's message in readable form: whether it was edited or forwarded, the product it asks about, its content,
 * and a card for its ad. Customers' texts can neither hide a link's target nor notify everybody.
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

/** Lines before a message: that it was forwarded, and the product of the catalogue that it asks about. */
export function renderContext(context: MessageContext | undefined, t: Translate): string[] {
  const { forwarded, referredProduct } = context ?? {};
  const product = referredProduct?.productId ?? referredProduct?.catalogId;
  return [
    ...(forwarded === 'often' ? [t('messages:forwardedOften')] : forwarded === 'once' ? [t('messages:forwarded')] : []),
    ...(product === undefined ? [] : [t('messages:asksAboutProduct', { product: escapeMarkdown(product) })]),
  ];
}

/** The ad or post that brought the customer here, as a card with its headline, its text, its picture and the link to it. */
export function renderReferral(
  { sourceUrl, sourceType, headline, body, imageUrl }: Referral,
  t: Translate,
): IMessageAttachment {
  const link = safeUrl(sourceUrl);
  const origin = sourceType === 'post' ? t('messages:cameThroughPost') : t('messages:cameThroughAd');
  const title = headline ?? link;
  return {
    author: { name: origin },
    ...(title === undefined ? {} : { title: { value: title, ...(link === undefined ? {} : { link }) } }),
    ...(body === undefined ? {} : { text: plainToMarkdown(body) }),
    ...(safeUrl(imageUrl) === undefined ? {} : { thumbnailUrl: safeUrl(imageUrl) }),
  };
}
