/**
 * Calls a method of the engine by name, where its types do not fit what it does. Throws when there is none.
 *
 * @param self whose method it is, where that is another one than has it
 */
export function callMethod(target: object, name: string, args: unknown[], self = target): unknown {
  const method: unknown = Reflect.get(target, name, self);
  if (typeof method !== 'function') throw new Error(`This version of the Apps-Engine has no ${name}()`);
  const result: unknown = Reflect.apply(method, self, args);
  return result;
}

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
