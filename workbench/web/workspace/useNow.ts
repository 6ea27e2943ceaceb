import { useEffect, useState } from 'react';
import { useWorkspaceState } from './useWorkspace';

/**
 * The workbench's time in milliseconds, wherever somebody has moved its clock.
 *
 * @param everyMs how often what shows it is drawn anew; a move of the clock is shown at once
 */
export function useNow(everyMs: number): number {
  const ahead = useWorkspaceState(({ clockAhead }) => clockAhead);
  const [here, setHere] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setHere(Date.now()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return here + ahead;
}
