import type { IMessageAttachment } from '@rocket.chat/apps-engine/definition/messages';
import type { Translate } from '../translation/Translate';
import type { Referral } from '../webhook/MessageEvent';
import { plainToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { safeUrl } from './safeUrl';

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
