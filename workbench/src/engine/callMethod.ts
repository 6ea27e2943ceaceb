/** Calls a method of the engine by name, where its types do not fit what it does. Throws when there is none. */
export function callMethod(target: object, name: string, args: unknown[]): unknown {
  const method: unknown = Reflect.get(target, name);
  if (typeof method !== 'function') throw new Error(`This version of the Apps-Engine has no ${name}()`);
  const result: unknown = Reflect.apply(method, target, args);
  return result;
}
