import type { MetaRefusal } from '../../errors/MetaRefusal';

/** Checks the items of a list and stops at the first refusal. */
export function checkEach<T>(
  items: T[],
  check: (item: T, index: number) => MetaRefusal | undefined,
): MetaRefusal | undefined {
  for (const [index, item] of items.entries()) {
    const refusal = check(item, index);
    if (refusal) return refusal;
  }
  return undefined;
}
