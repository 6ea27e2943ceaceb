import type { ReactNode } from 'react';
import { useTextOf } from './useTextOf';
import type { TextOf } from './useTextOf';

/** Gives a view's frame the reader of its texts, which is known only inside of the view's context. */
export function FrameTexts({ children }: { readonly children: (textOf: TextOf) => ReactNode }) {
  return children(useTextOf());
}
