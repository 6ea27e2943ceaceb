import humanInterval from 'human-interval';

/**
 * The time of a one-time job: a date, a date's text, or words such as `in 10 seconds`, `2 minutes`, `now`. Throws for
 * anything else.
 */
export function readWhen(when: unknown, now: Date): Date {
  if (when instanceof Date) return when;
  if (typeof when !== 'string') throw new Error(`Unreadable time ${String(when)}`);
  if (when === 'now') return now;
  const words = humanInterval(when.replace(/^in /, '').replace(/ from now$/, ''));
  if (words !== undefined && Number.isFinite(words)) return new Date(now.getTime() + words);
  const date = new Date(when);
  if (Number.isNaN(date.getTime())) throw new Error(`Unreadable time "${when}"`);
  return date;
}
