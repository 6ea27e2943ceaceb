import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';

const NEAR_PX = 40;

/**
 * Loads older messages when somebody scrolls up to the oldest one, and keeps what one reads where it was. `oldest` is the id
 * of that one; without `load` there are no older ones.
 */
export function useOlderMessages(
  list: RefObject<HTMLElement | null>,
  oldest: string | undefined,
  load: (() => Promise<void>) | undefined,
): { readonly loadOlder: () => void; readonly busy: boolean } {
  const [busy, setBusy] = useState(false);
  const fromEnd = useRef<number>(undefined);

  const loadOlder = () => {
    const element = list.current;
    if (load && !busy) {
      fromEnd.current = element ? element.scrollHeight - element.scrollTop : undefined;
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
      if (element && element.scrollTop < NEAR_PX && element.scrollHeight > element.clientHeight) {
        latest.current();
      }
    };
    element?.addEventListener('scroll', onScroll);
    return () => element?.removeEventListener('scroll', onScroll);
  }, [list]);

  // Before it is drawn: what was on the screen stays there.
  useLayoutEffect(() => {
    const element = list.current;
    if (element && fromEnd.current !== undefined) {
      element.scrollTo({ top: element.scrollHeight - fromEnd.current });
      fromEnd.current = undefined;
    }
  }, [list, oldest]);

  return { loadOlder, busy };
}
