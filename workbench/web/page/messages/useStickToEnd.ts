import { useEffect } from 'react';
import type { RefObject } from 'react';

const NEAR_PX = 80;
/** How long after a person's last input a scroll is believed to be theirs. */
const BY_HAND_MS = 800;
const INPUTS = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/**
 * Keeps a scrolling list at its end while it grows, unless somebody has scrolled up. A scroll that nobody made, such as when
 * the focus returns to a message after a modal, is taken back.
 */
export function useStickToEnd(list: RefObject<HTMLElement | null>, atEnd: boolean): void {
  useEffect(() => {
    const element = list.current;
    const content = element?.firstElementChild;
    if (!element || !content) {
      return;
    }
    let sticks = atEnd;
    let lastInput = Number.NEGATIVE_INFINITY;
    const toEnd = () => {
      if (sticks) {
        element.scrollTo({ top: element.scrollHeight });
      }
    };
    const onInput = () => {
      lastInput = performance.now();
    };
    const onScroll = () => {
      if (element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX) {
        sticks = true;
      } else if (performance.now() - lastInput < BY_HAND_MS) {
        sticks = false;
      } else {
        toEnd();
      }
    };
    // Messages come, and pictures in them get their height later: both are a change of the content's size.
    const sizes = new ResizeObserver(toEnd);
    sizes.observe(content);
    sizes.observe(element);
    element.addEventListener('scroll', onScroll);
    INPUTS.forEach((type) => element.addEventListener(type, onInput, { passive: true }));
    toEnd();
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', onScroll);
      INPUTS.forEach((type) => element.removeEventListener(type, onInput));
    };
  }, [list, atEnd]);
}
