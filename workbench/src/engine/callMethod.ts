/**
 * Calls a method of the engine by name, when its types do not match its behaviour. Throws when it does not exist.
 *
 * @param self the `this` of the call, if it differs from the object with the method
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
 * Any thrown value as an `Error`. Failures of a sandbox are JSON-RPC errors, which are not instances of Error. Their
 * message may only be "Internal error", with the app's own text inside.
 */
export function errorOf(reason: unknown): Error {
  if (reason instanceof Error) return reason;
  const inner = field(field(reason, 'data'), 'message');
  const outer = field(reason, 'message');
  const message = outer === 'Internal error' && typeof inner === 'string' ? inner : outer;
  return new Error(typeof message === 'string' ? message : String(reason), { cause: reason });
}
