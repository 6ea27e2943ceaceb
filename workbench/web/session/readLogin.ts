import * as v from 'valibot';
import { User } from '../documents/User';
import type { Session } from './Session';

const Login = v.object({ data: v.object({ userId: v.string(), authToken: v.string(), me: User }) });

/** @throws ValiError when the server's answer is none to a login. */
export function readLogin(body: unknown): Session {
  const { userId, authToken, me } = v.parse(Login, body).data;
  return { credentials: { userId, authToken }, user: me };
}
