import { formatPhone } from './formatPhone';

/**
 * How admins read who a customer is: their phone; without one an id of Meta's, which is all there is.
 *
 * @param id a phone's digits, a business-scoped id, or a customer's key, which may say behind `~` since when it is theirs
 */
export function showCustomer(id: string): string {
  const [name = id] = id.split('~');
  return /^\d+$/.test(name) ? formatPhone(name) : name;
}
