/** True for what looks like an id of Graph: digits, perhaps joined by underscores. */
export function isMediaId(id: string): boolean {
  return /^[\d_]+$/.test(id);
}
