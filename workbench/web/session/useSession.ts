import { useCallback, useEffect, useState } from 'react';
import * as v from 'valibot';
import type { Credentials } from '../api/Api';
import { Api, ApiError } from '../api/Api';
import { User } from '../documents/User';

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

  // The error stays on the screen during the next attempt.
  const isKnown = known && (known.attempt === attempt || known.state.state === 'failed');
  return { ...(isKnown ? known.state : { state: 'signing in' }), username: user.name, switchTo, retry };
}

/** Somebody who has signed in, in this window. */
export type Session = { readonly credentials: Credentials; readonly user: User };

/** Signs in as one of the workbench's people, whose passwords are their names. @throws ApiError when the server refuses. */
async function signIn(username: string, password = username): Promise<Session> {
  return readLogin(await new Api().post('/api/v1/login', { user: username, password }));
}

const Login = v.object({ data: v.object({ userId: v.string(), authToken: v.string(), me: User }) });

/** @throws ValiError when the server's answer is none to a login. */
function readLogin(body: unknown): Session {
  const { userId, authToken, me } = v.parse(Login, body).data;
  return { credentials: { userId, authToken }, user: me };
}

const KEY = 'workbench-user';
const FIRST = 'admin';

/**
 * The user of this window: `?user=` first, then the last one. Each window remembers its own, so that two people can stand
 * side by side.
 */
const windowUser = {
  read(): string {
    const asked = new URLSearchParams(window.location.search).get('user');
    return asked ?? sessionStorage.getItem(KEY) ?? FIRST;
  },
  write(username: string): void {
    sessionStorage.setItem(KEY, username);
    const url = new URL(window.location.href);
    if (url.searchParams.has('user')) {
      url.searchParams.set('user', username);
      window.history.replaceState(null, '', url);
    }
  },
};
