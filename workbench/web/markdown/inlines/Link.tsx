import type { ReactNode } from 'react';
import { safeUrl } from '../safeUrl';

/** A link that opens a tab. An address that could run a script is shown as text. */
export function Link({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  const safe = safeUrl(href);
  return safe ? (
    <a href={safe} title={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
    </a>
  ) : (
    <span title={href}>{children}</span>
  );
}
