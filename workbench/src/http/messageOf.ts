/** What a thrown thing says. What comes out of the sandbox is a JSON-RPC error: a plain object with a message. */
export function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
