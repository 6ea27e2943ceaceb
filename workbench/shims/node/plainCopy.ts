import { types } from 'node:util';

/** What structured clone copies as it is. Bytes stay where they are: copying them costs time. */
const isCloneable = (value: object): boolean =>
  ArrayBuffer.isView(value) || types.isAnyArrayBuffer(value) || types.isNativeError(value) || types.isRegExp(value);

/**
 * A copy for Node's IPC channel, whose structured clone refuses functions and proxies: functions, and what `isDropped`
 * names, become undefined; objects of a class lose their methods and getters.
 *
 * Values from the channel are copied too, because jest runs code in its own context, where their dates are not instances of `Date`.
 */
export function plainCopy(value: unknown, isDropped: (value: object) => boolean = () => false): unknown {
  const copies = new Map<object, unknown>();
  const copy = (item: unknown): unknown => {
    if (typeof item === 'function' || typeof item === 'symbol') return undefined;
    if (typeof item !== 'object' || item === null || isCloneable(item)) return item;
    if (types.isDate(item)) return new Date(item.getTime());
    if (types.isMap(item) || types.isSet(item)) return item;
    if (copies.has(item)) return copies.get(item);
    if (isDropped(item)) return undefined;
    const made: unknown[] | Record<string, unknown> = Array.isArray(item) ? [] : {};
    copies.set(item, made);
    for (const [name, field] of Object.entries(item)) Reflect.set(made, name, copy(field));
    return made;
  };
  return copy(value);
}
