import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const NEAR_PX = 40;

/** A message on the screen, and how far below the top of the list it is. */
type Anchor = { readonly mid: string; readonly below: number };

const find = (list: Element, mid: string): HTMLElement | null => list.querySelector(`[data-mid="${CSS.escape(mid)}"]`);

const belowTop = (list: Element, element: Element): number =>
  element.getBoundingClientRect().top - list.getBoundingClientRect().top;

/** The second message: the oldest one loses its name and day when there is another before it, and grows smaller. */
const anchorOf = (list: Element): Anchor | undefined => {
  const [oldest, second = oldest] = list.querySelectorAll<HTMLElement>('[data-mid]');
  const mid = second?.dataset['mid'];
  return second && mid !== undefined ? { mid, below: belowTop(list, second) } : undefined;
};

const isNearTop = ({ scrollTop, scrollHeight, clientHeight }: Element): boolean =>
  scrollTop < NEAR_PX && scrollHeight > clientHeight;

/**
 * Loads older messages when somebody scrolls up to the oldest one, and keeps what one reads where it was, whatever comes at
 * the end meanwhile. `oldest` is the id of that one; without `load` there are no older ones.
 */
export function useOlderMessages(
  list: RefObject<HTMLElement | null>,
  oldest: string | undefined,
  load: (() => Promise<void>) | undefined,
): { readonly loadOlder: () => void; readonly busy: boolean } {
  const [busy, setBusy] = useState(false);
  const anchor = useRef<Anchor>(undefined);
  /** The user reached the top while a page was loading: at the top there is no further scroll event. */
  const isAwaited = useRef(false);

  const loadOlder = () => {
    if (busy) {
      isAwaited.current = true;
    } else if (load) {
      isAwaited.current = false;
      anchor.current = list.current ? anchorOf(list.current) : undefined;
      setBusy(true);
      void load().finally(() => setBusy(false));
    }
  };
  const latest = useRef(loadOlder);
  useEffect(() => {
    latest.current = loadOlder;
  });

  useEffect(() => {
    const element = list.current;
    const onScroll = () => {
      if (element && isNearTop(element)) {
        latest.current();
      }
    };
    element?.addEventListener('scroll', onScroll);
    return () => element?.removeEventListener('scroll', onScroll);
  }, [list]);

  useEffect(() => {
    if (!busy && isAwaited.current && list.current && isNearTop(list.current)) {
      latest.current();
    }
  }, [list, busy]);

  // Before drawing, so that the visible messages stay in place.
  useLayoutEffect(() => {
    const element = list.current;
    const kept = anchor.current && element ? find(element, anchor.current.mid) : null;
    if (element && anchor.current && kept) {
      element.scrollBy({ top: belowTop(element, kept) - anchor.current.below });
      anchor.current = undefined;
    }
  }, [list, oldest]);

  return { loadOlder, busy };
}
