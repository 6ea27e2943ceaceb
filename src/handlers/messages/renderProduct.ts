import { escapeMarkdown, whatsAppToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import type { Renderer } from './Renderer';

/** A product of the catalogue that the customer sent, with what they wrote about it. */
export const renderProduct: Renderer<'product'> = ({ productId = '', text }, t) => {
  const line = t('messages:product', { product: escapeMarkdown(productId) });
  return { text: text === undefined ? line : `${line}\n${whatsAppToMarkdown(text)}` };
};
