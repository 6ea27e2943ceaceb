/** JSON that the simulator itself has stored; `T` is what its code has put in. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- here a stored text becomes a typed value
export function readJson<T>(text: string): T {
  return JSON.parse(text) as T;
}
