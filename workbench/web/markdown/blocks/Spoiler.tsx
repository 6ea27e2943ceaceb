import { useState } from 'react';
import type { ReactNode } from 'react';
import { words } from '../../words';

/** Hidden until it is clicked. */
export function Spoiler({ children }: { readonly children: ReactNode }) {
  const [open, setOpen] = useState(false);
  if (open) {
    return <span className="wb-markdown-spoiler">{children}</span>;
  }
  return (
    <button type="button" className="wb-markdown-spoiler wb-markdown-spoiler-closed" onClick={() => setOpen(true)}>
      <span className="wb-heard">{words.markdown.showSpoiler}</span>
      <span aria-hidden>{children}</span>
    </button>
  );
}
