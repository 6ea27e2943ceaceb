import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';

/**
 * A phone number as a link that calls it; what is no number stays plain text. Phones put invisible signs around numbers,
 * which are left out.
 */
export function phoneLink(number: string): string {
  const shown = number
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const digits = shown.replace(/[^\d+]/g, '');
  const isNumber = /^\+?[\d\s()./-]{3,40}$/.test(shown) && /^\+?\d{3,20}$/.test(digits);
  return isNumber ? `[${shown}](tel:${digits})` : escapeMarkdown(number);
}
