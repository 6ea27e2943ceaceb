/** One page of a list that is at hand in full, with the figures that Rocket.Chat puts beside it. */
export function cut<T>(
  all: T[],
  page: { count: number; offset: number },
): { items: T[]; count: number; offset: number; total: number } {
  const items = all.slice(page.offset, page.offset + page.count);
  return { items, count: items.length, offset: page.offset, total: all.length };
}
