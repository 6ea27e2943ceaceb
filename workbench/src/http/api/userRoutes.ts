import type { Response } from 'express';
import * as v from 'valibot';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { cut, Page, parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, OpenCall, Route } from '../Route';
import { success } from '../Route';

const WhichUser = v.union([v.object({ userId: v.string() }), v.object({ username: v.string() })]);

/** The users of the workspace. */
export function userRoutes({ workspace }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/users.list',
      access: 'view-d-room',
      handle({ query }) {
        const { items: users, ...figures } = cut(workspace.users.list().map(publicUser), parse(Page, query));
        return success({ users, ...figures });
      },
    },
    {
      method: 'get',
      path: '/api/v1/users.info',
      access: 'signed-in',
      handle({ query }) {
        const which = parse(WhichUser, query);
        const user =
          'userId' in which ? workspace.users.find(which.userId) : workspace.users.findByUsername(which.username);
        if (!user) throw HttpError.failure('User not found.');
        return success({ user: publicUser(user) });
      },
    },
  ];
}

/** A user in lists for others. */
export function publicUser({ _id, username, name, roles, type, status, active, statusLivechat, appId }: UserDocument) {
  return {
    _id,
    username,
    name,
    roles,
    type,
    status,
    active,
    nameInsensitive: name.toLowerCase(),
    ...(statusLivechat && { statusLivechat }),
    ...(appId && { appId }),
  };
}

/** A muted colour for a name, always the same one. */
function hueOf(name: string): number {
  return [...name].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 360, 7);
}

/** People's pictures: an app's user has the app's icon, everyone else the first letter of the name. */
export function avatarRoutes({ workspace, apps }: HttpContext): Route[] {
  async function send({ params }: OpenCall, response: Response): Promise<void> {
    const username = params.username ?? '';
    const { appId } = workspace.users.findByUsername(username) ?? {};
    const icon = appId ? await apps.icon(appId) : undefined;
    response.set({ 'Cache-Control': 'no-cache', 'X-Content-Type-Options': 'nosniff' });
    if (icon) response.type(icon.type).send(icon.bytes);
    else response.type('image/svg+xml').send(letterPicture(username));
  }
  return [{ method: 'get', path: '/avatar/:username', access: 'anyone', respond: send }];
}

function letterPicture(username: string): string {
  const letter = /[\p{L}\p{N}]/u.exec(username)?.[0]?.toUpperCase() ?? '?';
  const text = `<text x="100" y="135" font-family="sans-serif" font-size="100" fill="#fff" text-anchor="middle">${letter}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200"><rect width="200" height="200" fill="hsl(${hueOf(username)} 45% 45%)"/>${text}</svg>`;
}
