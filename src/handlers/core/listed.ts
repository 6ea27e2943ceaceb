/**
 * A list that a host was asked for. Against its type a host gives nothing at all where the app was not granted to ask, or
 * where the host has no such call.
 */
export function listed<Item>(answer: readonly Item[] | null | undefined): readonly Item[] {
  return answer ?? [];
}
