import { useEffect, useState } from 'react';
import type { Session } from '../session/Session';
import { signIn } from '../session/signIn';
import { windowUser } from '../session/windowUser';

/** Where signing in stands. */
export type SessionState =
  | { readonly state: 'signing in' }
  | { readonly state: 'failed'; readonly reason: string }
  | { readonly state: 'in'; readonly session: Session };

/** Signs this window in as its user, and again when another one is chosen. */
export function useSession(): SessionState & {
  readonly switchTo: (username: string) => void;
  readonly retry: () => void;
} {
  const [username, setUsername] = useState(() => windowUser.read());
  const [attempt, setAttempt] = useState(0);
  const [known, setKnown] = useState<{ readonly key: string; readonly state: SessionState }>();
  const key = `${username} ${attempt}`;

  useEffect(() => {
    let wanted = true;
    const settle = (state: SessionState) => {
      if (wanted) {
        setKnown({ key, state });
      }
    };
    signIn(username).then(
      (session) => {
        windowUser.write(session.user.username);
        settle({ state: 'in', session });
      },
      (error: unknown) => settle({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      wanted = false;
    };
  }, [username, key]);

  return {
    ...(known?.key === key ? known.state : { state: 'signing in' }),
    switchTo: setUsername,
    retry: () => setAttempt((count) => count + 1),
  };
}
