/** In whose turn a sent message becomes known and its statuses are applied: they come at the same moment. */
export function messageTurn(wamid: string): string {
  return `message ${wamid}`;
}
