import type { ReactNode } from 'react';

/** A short mark: how something ended. */
export function Status({ kind, children }: { readonly kind: 'good' | 'bad' | 'plain'; readonly children: ReactNode }) {
  return (
    <span className="wb-status" data-kind={kind}>
      {children}
    </span>
  );
}
