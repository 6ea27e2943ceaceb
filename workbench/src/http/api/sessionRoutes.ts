import * as v from 'valibot';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { WorkspaceError } from '../../workspace/WorkspaceError';
import { readCredentials } from '../access/identify';
import { isLocal } from '../access/isLocal';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

const Login = v.union([
  v.object({ user: v.string(), password: v.string() }),
  v.pipe(
    v.object({ username: v.string(), password: v.string() }),
    v.transform(({ username, password }) => ({ user: username, password })),
  ),
]);

const UNAUTHORIZED = { status: 'error', error: 'Unauthorized', message: 'Unauthorized' };

/** Signing in and out. Every password is the username, so only this machine itself may sign in. */
export function sessionRoutes({ workspace, url }: HttpContext): Route[] {
  return [
    {
      method: 'post',
      path: '/api/v1/login',
      access: 'anyone',
      handle({ body, request }) {
        if (!isLocal(request)) throw new HttpError(401, UNAUTHORIZED);
        const { user, password } = parse(Login, body);
        try {
          const login = workspace.users.login(user, password);
          const { userId, authToken } = login;
          return { status: 'success', data: { userId, authToken, me: ownUser(login.user, url) } };
        } catch (error) {
          throw error instanceof WorkspaceError ? new HttpError(401, UNAUTHORIZED) : error;
        }
      },
    },
    {
      method: 'post',
      path: '/api/v1/logout',
      access: 'signed-in',
      handle({ request }) {
        const credentials = readCredentials(request);
        if (credentials) workspace.users.logout(credentials.userId, credentials.token);
        return { status: 'success', data: { message: "You've been logged out!" } };
      },
    },
    {
      method: 'get',
      path: '/api/v1/me',
      access: 'signed-in',
      handle: ({ user }) => success(ownUser(user, url)),
    },
  ];
}

/** A user in the form of `me` and `login`, for that user. */
function ownUser(user: UserDocument, siteUrl: string) {
  const { _id, username, name, roles, type, status, active, emails, statusLivechat, language, utcOffset } = user;
  return {
    _id,
    username,
    name,
    roles,
    type,
    status,
    statusConnection: status,
    active,
    emails: emails ?? [],
    utcOffset: utcOffset ?? 0,
    avatarUrl: `${siteUrl}/avatar/${username}`,
    settings: { preferences: {} },
    ...(language && { language }),
    ...(statusLivechat && { statusLivechat }),
  };
}
