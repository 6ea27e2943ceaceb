/** A moment with its seconds, as logs show it. */
export function clockTime(moment: string | number): string {
  return new Date(moment).toLocaleTimeString('en-GB');
}
