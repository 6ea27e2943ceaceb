import { useCallback, useEffect, useState } from 'react';
import { ApiError } from '../api/ApiError';
import type { Session } from '../session/Session';
import { signIn } from '../session/signIn';
import { windowUser } from '../session/windowUser';

/** Where signing in stands. `refused`: the server is there, and knows no such user with such a password. */
export type SessionState =
  | { readonly state: 'signing in' }
  | { readonly state: 'failed'; readonly reason: string; readonly refused: boolean }
  | { readonly state: 'in'; readonly session: Session };

const PAUSE_MS = 1_000;

/** Signs this window in as its user, and again when another one is chosen or the server has forgotten the session. */
export function useSession(): SessionState & {
  readonly username: string;
  /** Without a password it is the name, as that of everybody at the workbench. */
  readonly switchTo: (username: string, password?: string) => void;
  readonly retry: () => void;
} {
  const [user, setUser] = useState<{ readonly name: string; readonly password?: string | undefined }>(() => ({
    name: windowUser.read(),
  }));
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<{ readonly attempt: number; readonly state: SessionState }>();
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const switchTo = useCallback(
    (name: string, password?: string) => {
      setUser({ name, password });
      retry();
    },
    [retry],
  );

  useEffect(() => {
    let wanted = true;
    let again: ReturnType<typeof setTimeout> | undefined;
    signIn(user.name, user.password).then(
      (session) => {
        if (wanted) {
          windowUser.write(session.user.username);
          setKnown({ attempt, state: { state: 'in', session } });
        }
      },
      (error: unknown) => {
        if (wanted) {
          const reason = error instanceof Error ? error.message : String(error);
          const refused = error instanceof ApiError && error.status === 401;
          setKnown({ attempt, state: { state: 'failed', reason, refused } });
          // A server that is starting will be there soon.
          again = refused ? undefined : setTimeout(retry, PAUSE_MS);
        }
      },
    );
    return () => {
      wanted = false;
      clearTimeout(again);
    };
  }, [user, attempt, retry]);

  // What went wrong stays on the screen while it is tried again.
  const isKnown = known && (known.attempt === attempt || known.state.state === 'failed');
  return { ...(isKnown ? known.state : { state: 'signing in' }), username: user.name, switchTo, retry };
}
