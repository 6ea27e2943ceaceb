/** Whether two moments, as ISO strings, are of one day where the reader is. */
export function isSameDay(a: string, b: string): boolean {
  return new Date(a).toDateString() === new Date(b).toDateString();
}
