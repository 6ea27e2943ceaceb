import * as v from 'valibot';
import { cut } from '../body/cut';
import { Page } from '../body/Page';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { success } from '../success';
import { publicUser } from './publicUser';

const WhichUser = v.union([v.object({ userId: v.string() }), v.object({ username: v.string() })]);

/** Who there is. */
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
