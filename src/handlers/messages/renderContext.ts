import type { Translate } from '../translation/Translate';
import type { MessageContext } from '../webhook/MessageEvent';
import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';

/** Lines that stand before a message: forwarded or not, and the product of the catalogue that it asks about. */
export function renderContext(context: MessageContext | undefined, t: Translate): string[] {
  const { forwarded, referredProduct } = context ?? {};
  const product = referredProduct?.productId ?? referredProduct?.catalogId;
  return [
    ...(forwarded === 'often' ? [t('messages:forwardedOften')] : forwarded === 'once' ? [t('messages:forwarded')] : []),
    ...(product === undefined ? [] : [t('messages:asksAboutProduct', { product: escapeMarkdown(product) })]),
  ];
}
