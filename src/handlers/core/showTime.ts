import { HOUR } from './durations';
import type { Translate } from './translator';

/** A date in the language of the texts. @param at epoch milliseconds */
export function showDay(at: number, t: Translate): string {
  return new Intl.DateTimeFormat(t('messages:numberFormat'), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/**
 * A time in the reader's time zone and language, with the date when that differs from the date of `beside`. The sandbox
 * does not know time zones of people, so the difference to UTC is the one that their client last reported to
 * Rocket.Chat.
 *
 * @param at epoch milliseconds, as `beside`
 * @param utcOffset hours; when it is unknown, the time is shown in UTC and says so
 */
export function showTime(
  at: number,
  t: Translate,
  { utcOffset, beside }: { utcOffset?: number; beside?: number },
): string {
  const shift = (utcOffset ?? 0) * HOUR;
  const isSameDay = beside !== undefined && dayOf(at + shift) === dayOf(beside + shift);
  // Arabic has its own digits. Latin ones match the phone numbers in the same conversation.
  const format = new Intl.DateTimeFormat(`${t('messages:numberFormat')}-u-nu-latn`, {
    ...(isSameDay ? {} : { dateStyle: 'medium' }),
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  return `${format.format(at + shift)}${utcOffset === undefined ? ' UTC' : ''}`;
}

function dayOf(shifted: number): number {
  return Math.floor(shifted / (24 * HOUR));
}
