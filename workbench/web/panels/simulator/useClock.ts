import { useEffect, useState } from 'react';

/** The time of a clock that told `now` when it was asked last and has gone on since; both in milliseconds. */
export function useClock(now: number | undefined): number | undefined {
  const [passed, setPassed] = useState(0);
  useEffect(() => {
    const asked = Date.now();
    const tick = () => setPassed(Date.now() - asked);
    const timer = setInterval(tick, 1000);
    tick();
    return () => clearInterval(timer);
  }, [now]);
  return now === undefined ? undefined : now + passed;
}
