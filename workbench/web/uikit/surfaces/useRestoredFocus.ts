import { useEffect, useState } from 'react';

/** Gives the focus back, when the component goes, to what had it before; nothing scrolls for it. */
export function useRestoredFocus(): void {
  const [before] = useState(() => document.activeElement);
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        if (before instanceof HTMLElement && document.activeElement === document.body) {
          before.focus({ preventScroll: true });
        }
      });
    },
    [before],
  );
}
