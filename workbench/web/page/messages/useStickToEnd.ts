import { useEffect } from 'react';
import type { RefObject } from 'react';

const NEAR_PX = 80;

/** Keeps a scrolling list at its end while it grows, unless somebody has scrolled up. */
export function useStickToEnd(list: RefObject<HTMLElement | null>, atEnd: boolean): void {
  useEffect(() => {
    const element = list.current;
    const content = element?.firstElementChild;
    if (!element || !content) {
      return;
    }
    let sticks = atEnd;
    const toEnd = () => {
      if (sticks) {
        element.scrollTo({ top: element.scrollHeight });
      }
    };
    const onScroll = () => {
      sticks = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    };
    // Messages come, and pictures in them get their height later: both are a change of the content's size.
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(content);
    sizes.observe(element);
    element.addEventListener('scroll', onScroll);
    toEnd();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
    };
  }, [list, atEnd]);
}
