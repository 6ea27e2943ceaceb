import type { ListItem } from '@rocket.chat/message-parser';
import { Inlines } from '../Inlines';

/** A list; a numbered one keeps the numbers that were typed. */
export function List({ items, ordered }: { readonly items: readonly ListItem[]; readonly ordered: boolean }) {
  const Element = ordered ? 'ol' : 'ul';
  return (
    <Element>
      {items.map((item, index) => (
        <li key={index} value={ordered ? item.number : undefined}>
          <Inlines nodes={item.value} />
        </li>
      ))}
    </Element>
  );
}
