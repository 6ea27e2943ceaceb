/** The turn of one customer at one number. */
export function customerTurn(number: string, customer: string): string {
  return `in ${number} ${customer}`;
}
