/** Whether two moments, as ISO strings or in milliseconds, are of one day where the reader is. */
export function isSameDay(a: string, b: string | number): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
