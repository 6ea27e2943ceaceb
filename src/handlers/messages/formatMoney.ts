import type { Translate } from '../translation/Translate';

/** An amount in whole units of a currency as people of the language write it; an unknown currency is put behind it. */
export function formatMoney(amount: number, currency: string | undefined, t: Translate): string {
  const language = t('messages:numberFormat');
  try {
    return new Intl.NumberFormat(language, currency === undefined ? {} : { style: 'currency', currency }).format(
      amount,
    );
  } catch {
    return [amount, currency].filter((part) => part !== undefined).join(' ');
  }
}
