/**
 * The minute that a record belongs to. Associations of a stored record never change and nothing may scan a list that
 * grows with use, so the sweep and the purge walk over minutes instead.
 *
 * @param at epoch milliseconds
 */
export function minute(at: number): string {
  return new Date(at).toISOString().slice(0, 16);
}
