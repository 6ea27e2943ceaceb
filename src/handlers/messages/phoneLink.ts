import { escapeMarkdown } from '../markup/escapeMarkdown';

/** A phone number as a link that calls it; what is no number stays plain text. */
export function phoneLink(number: string): string {
  const digits = number.replace(/[^\d+]/g, '');
  const isNumber = /^\+?[\d\s()./-]{3,40}$/.test(number) && /^\+?\d{3,20}$/.test(digits);
  return isNumber ? `[${number}](tel:${digits})` : escapeMarkdown(number);
}
