/** The time of day of a moment, as `09:41`. */
export function timeOf(ts: string): string {
  return new Date(ts).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** A moment with its day, as `1 Dec 2026, 09:41`. */
export function dayAndTime(moment: number): string {
  return new Date(moment).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}

/** A moment with its seconds, as logs show it. */
export function clockTime(moment: string | number): string {
  return new Date(moment).toLocaleTimeString('en-GB');
}

/** Whether two moments, as ISO strings or in milliseconds, are of one day where the reader is. */
export function isSameDay(a: string, b: string | number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}

const UNITS = ['B', 'kB', 'MB', 'GB'] as const;

/** A size in bytes as people read it: `1.2 MB`. */
export function formatBytes(bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), UNITS.length - 1);
  const value = bytes / 1000 ** step;
  return `${value >= 10 || step === 0 ? Math.round(value) : value.toFixed(1)} ${UNITS[step] ?? 'B'}`;
}
