import { cut } from '../body/cut';
import { Page } from '../body/Page';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { success } from '../success';

/** Departments and their agents. */
export function departmentRoutes({ workspace }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/livechat/department',
      access: 'view-l-room',
      handle({ query }) {
        const { items: departments, ...figures } = cut(workspace.departments.list(), parse(Page, query));
        return success({ departments, ...figures });
      },
    },
    {
      method: 'get',
      path: '/api/v1/livechat/department/:id',
      access: 'view-l-room',
      handle({ params }) {
        const department = workspace.departments.find(params.id ?? '');
        if (!department) throw HttpError.notFound('Department not found');
        return success({ department, agents: workspace.departments.agents(department._id) });
      },
    },
  ];
}
