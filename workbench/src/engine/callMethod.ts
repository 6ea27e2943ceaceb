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
