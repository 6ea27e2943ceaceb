/** What was thrown as an `Error`: failures of a sandbox come as JSON-RPC errors, which are none. */
export function errorOf(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  const message: unknown = typeof reason === 'object' && reason !== null ? Reflect.get(reason, 'message') : undefined;
  return new Error(typeof message === 'string' ? message : String(reason), { cause: reason });
}
