/**
 * Whether an option counts as picked, as the client asks it: by `includes` on the value, be it a list or, after a click in an
 * input, the bare string of the last toggled option.
 *
 * @throws TypeError when a toggle switch came without `initialOptions`: the client breaks there too.
 */
export function isPicked(value: unknown, option: string): boolean {
  if (typeof value === 'string') {
    return value.includes(option);
  }
  if (Array.isArray(value)) {
    return value.includes(option);
  }
  throw new TypeError(`Cannot read properties of ${String(value)} (reading 'includes')`);
}
