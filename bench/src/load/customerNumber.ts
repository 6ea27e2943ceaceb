/** The digits of the n-th customer: a Brazilian mobile number, nine digits after the area code. */
export function customerNumber(n: number): string {
  return `55119${String(60_000_000 + n)}`;
}
