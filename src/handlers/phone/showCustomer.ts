import { formatPhone } from './formatPhone';

/** How admins read who a customer is: their phone; without one an id of Meta's, which is all there is. */
export function showCustomer(id: string): string {
  return /^\d+$/.test(id) ? formatPhone(id) : id;
}
