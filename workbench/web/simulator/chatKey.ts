/** The name of a customer's chat with a business number. */
export function chatKey(customerId: string, number: string): string {
  return `${customerId} ${number}`;
}
