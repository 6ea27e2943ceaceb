import type { ReactElement } from 'react';
import { Ghost } from './Ghost';

/** The outline of a block or element that was not drawn, or nothing when outlines are switched off. */
export function ghostOf(block: { readonly type: string }, ghosts: boolean): ReactElement | null {
  return ghosts ? <Ghost type={block.type} /> : null;
}
