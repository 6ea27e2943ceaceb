import type { Translate } from './Translate';

/** A day as people write it, in the language of the texts. @param at epoch milliseconds */
export function showDay(at: number, t: Translate): string {
  return new Intl.DateTimeFormat(t('messages:numberFormat'), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}
