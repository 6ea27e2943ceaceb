/** Whose conversation is to be opened: digits. */
export function readCustomer(body: unknown): string {
  return (body as { customer: string }).customer;
}
