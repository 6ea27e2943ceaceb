import { useEffect, useMemo, useRef } from 'react';

/** A function of which only the last call within the given milliseconds is carried out; what waits when the view goes, goes. */
export function useDebounced<TArguments extends unknown[]>(
  call: (...args: TArguments) => void,
  ms: number,
): (...args: TArguments) => void {
  const latest = useRef(call);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = call;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  return useMemo(
    () =>
      (...args: TArguments) => {
        clearTimeout(timer.current);
        timer.current = setTimeout(() => latest.current(...args), ms);
      },
    [ms],
  );
}
