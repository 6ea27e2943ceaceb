import * as v from 'valibot';
import { cut } from '../body/cut';
import { Page } from '../body/Page';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { success } from '../success';

/** What may be changed of a department here; whose agents are to stay has to be told by the client. */
const Save = v.object({
  department: v.object({ name: v.optional(v.string()), enabled: v.optional(v.boolean()) }),
  agents: v.optional(v.array(v.object({ agentId: v.string() }))),
});

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
    {
      method: 'put',
      path: '/api/v1/livechat/department/:id',
      access: 'manage-livechat-departments',
      handle({ params, body }) {
        const { departments } = workspace;
        const before = departments.find(params.id ?? '');
        if (!before) throw HttpError.failure('Department not found', 'error-department-not-found');
        const { department, agents = departments.agents(before._id) } = parse(Save, body);
        const agentIds = agents.map(({ agentId }) => agentId);
        const saved = departments.save({ ...before, ...department }, agentIds);
        return success({ department: saved, agents: departments.agents(saved._id) });
      },
    },
    {
      method: 'delete',
      path: '/api/v1/livechat/department/:id',
      access: 'manage-livechat-departments',
      handle({ params }) {
        workspace.departments.remove(params.id ?? '');
        return success();
      },
    },
  ];
}
