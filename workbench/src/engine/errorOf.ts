function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/**
 * What was thrown as an `Error`: failures of a sandbox come as JSON-RPC errors, which are none, and whose own words are
 * now and then only "Internal error", with the app's ones beneath.
 */
export function errorOf(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  const inner = field(field(reason, 'data'), 'message');
  const outer = field(reason, 'message');
  const message = outer === 'Internal error' && typeof inner === 'string' ? inner : outer;
  return new Error(typeof message === 'string' ? message : String(reason), { cause: reason });
}
