import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

const NEAR_PX = 80;

/**
 * Keeps a scrolling list at its end while it grows, unless somebody has scrolled up; what one says oneself is looked at all
 * the same, as in Rocket.Chat's client. `newest` is the last message, by its id and whether it is one's own.
 */
export function useStickToEnd(
  list: RefObject<HTMLElement | null>,
  atEnd: boolean,
  newest?: { readonly id: string; readonly isOwn: boolean },
): void {
  const jump = useRef<() => void>(undefined);
  useEffect(() => {
    const element = list.current;
    const content = element?.firstElementChild;
    if (!element || !content) {
      return;
    }
    let sticks = atEnd;
    let top = element.scrollTop;
    const toEnd = () => {
      if (sticks) {
        element.scrollTo({ top: element.scrollHeight });
      }
    };
    // Only scrolling up leaves the end: this is also called late, for the list's own scrolling, when more messages have
    // arrived below.
    const onScroll = () => {
      const isNear = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
      sticks = isNear || (sticks && element.scrollTop >= top);
      top = element.scrollTop;
    };
    // New messages, and pictures that get their height later, both change the size of the content.
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(content);
    sizes.observe(element);
    element.addEventListener('scroll', onScroll);
    toEnd();
    jump.current = () => {
      sticks = true;
      toEnd();
    };
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [list, atEnd]);

  const id = newest?.id;
  const isOwn = newest?.isOwn === true;
  const known = useRef(id);
  useEffect(() => {
    // The first ones are those that were there already.
    if (known.current !== undefined && id !== known.current && isOwn) {
      jump.current?.();
    }
    known.current = id;
  }, [id, isOwn]);
}
