import type { ReactElement } from 'react';
import { words } from '../words';
import './ghost.css';

/** The outline of a block or element that was not drawn, or nothing when outlines are switched off. */
export function ghostOf(block: { readonly type: string }, ghosts: boolean): ReactElement | null {
  return ghosts ? <Ghost type={block.type} /> : null;
}

/** An outline, with its type, of an element that the client drops silently. */
function Ghost({ type }: { readonly type: string }) {
  return (
    <div className="wb-ghost" data-ghost={type}>
      <code>{type}</code> {words.uikit.notDrawn}
    </div>
  );
}
