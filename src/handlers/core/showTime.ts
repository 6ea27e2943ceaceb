import { HOUR } from './durations';
import type { Translate } from './translator';

/** A day as people write it, in the language of the texts. @param at epoch milliseconds */
export function showDay(at: number, t: Translate): string {
  return new Intl.DateTimeFormat(t('messages:numberFormat'), { dateStyle: 'long', timeZone: 'UTC' }).format(at);
}

/**
 * A time as somebody's own clock showed it, in the language of the texts; with the day where that is not the day of
 * `beside`. The sandbox knows no time zone of people: the difference to UTC is what their client told Rocket.Chat last.
 *
 * @param at epoch milliseconds, as `beside`
 * @param utcOffset hours; where nobody told it the time is in UTC, and says so
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
