/** More names than that say no more. */
const MOST = 10;

/** Customers in one line. */
export function listCustomers(customers: readonly string[]): string {
  const names = [...new Set(customers)];
  return [...names.slice(0, MOST), ...(names.length > MOST ? ['…'] : [])].join(', ') || '–';
}
