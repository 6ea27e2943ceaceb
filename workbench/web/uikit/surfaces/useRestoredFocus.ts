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

const FOCUSABLE = ['input', 'textarea', 'button', '[tabindex="0"]']
  .map((each) => `${each}:not([disabled], [tabindex="-1"], [hidden])`)
  .join(', ');

/**
 * Keeps the focus in an open dialog when what had it went with an update, as react-aria's `contain` does in Rocket.Chat.
 * @param view id of the view that the dialog shows
 * @param shown what changes with each update
 */
export function useKeptFocus(view: string, ...shown: readonly unknown[]): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (document.activeElement === document.body) {
        document.querySelector<HTMLElement>(`[data-view="${view}"] :is(${FOCUSABLE})`)?.focus({ preventScroll: true });
      }
    });
    return () => cancelAnimationFrame(frame);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the list is as long at each call
  }, [view, ...shown]);
}
