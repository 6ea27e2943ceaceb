import type { Translate } from '../translation/Translate';

/** With this sign begins what is read from right to left. */
const RIGHT_TO_LEFT = '\u200f';

/** An amount in whole units of a currency as people of the language write it; an unknown currency is put behind it. */
export function formatMoney(amount: number, currency: string | undefined, t: Translate): string {
  const language = t('messages:numberFormat');
  try {
    const format = new Intl.NumberFormat(language, currency === undefined ? {} : { style: 'currency', currency });
    const parts = format.formatToParts(amount);
    const isReversed = parts.some(({ value }) => value.includes(RIGHT_TO_LEFT));
    // Set apart, or "R$" would be drawn as "$R".
    return parts
      .map(({ type, value }) => (isReversed && type === 'currency' ? `\u2066${value}\u2069` : value))
      .join('');
  } catch {
    return [amount, currency].filter((part) => part !== undefined).join(' ');
  }
}
