/** The time of day of a moment, as `09:41`. */
export function timeOf(ts: string): string {
  return new Date(ts).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}
