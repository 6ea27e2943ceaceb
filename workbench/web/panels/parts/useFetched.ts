import { useEffect, useEffectEvent, useState } from 'react';

/** Something that was asked of the server. */
export type Fetched<T> = {
  readonly value: T | undefined;
  readonly error: string | undefined;
  readonly reload: () => void;
};

/**
 * Asks the server when the component appears, whenever `key` changes, and on `reload`. The value before stays until the next
 * one is there.
 */
export function useFetched<T>(ask: () => Promise<T>, key: unknown): Fetched<T> {
  const [state, setState] = useState<{ readonly value?: T; readonly error?: string }>({});
  const [turn, setTurn] = useState(0);
  const latest = useEffectEvent(ask);
  useEffect(() => {
    let wanted = true;
    latest().then(
      (value) => wanted && setState({ value }),
      (error: unknown) =>
        wanted && setState((before) => ({ ...before, error: error instanceof Error ? error.message : String(error) })),
    );
    return () => {
      wanted = false;
    };
  }, [key, turn]);
  return { value: state.value, error: state.error, reload: () => setTurn((count) => count + 1) };
}
