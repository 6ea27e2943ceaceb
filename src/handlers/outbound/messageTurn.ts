/**
 * In whose turn a sent message becomes known, its statuses are applied and the customer's reactions to it are noted: they
 * come at the same moment, and each replaces the whole record.
 */
export function messageTurn(wamid: string): string {
  return `message ${wamid}`;
}
