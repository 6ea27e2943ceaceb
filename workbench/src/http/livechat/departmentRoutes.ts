import * as v from 'valibot';
import { hasPermission } from '../access/permissions';
import { publicUser } from '../api/userRoutes';
import { cut, Page, parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

/** The fields of a department that can be changed here. The client must send the agents that stay. */
const Save = v.object({
  department: v.object({
    name: v.optional(v.string()),
    enabled: v.optional(v.boolean()),
    allowReceiveForwardOffline: v.optional(v.boolean()),
  }),
  agents: v.optional(v.array(v.object({ agentId: v.string() }))),
});

const List = v.object({
  ...Page.entries,
  onlyMyDepartments: v.pipe(
    v.optional(v.picklist(['true', 'false']), 'false'),
    v.transform((only) => only === 'true'),
  ),
});

/** Departments and their agents. */
export function departmentRoutes({ workspace }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/livechat/department',
      access: 'view-l-room',
      handle({ query, user }) {
        const { onlyMyDepartments, ...page } = parse(List, query);
        const mine = workspace.departments.departmentsOf(user._id);
        const listed = workspace.departments.list().filter(({ _id }) => !onlyMyDepartments || mine.includes(_id));
        const { items: departments, ...figures } = cut(listed, page);
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

const Status = v.object({
  status: v.optional(v.picklist(['available', 'not-available'])),
  agentId: v.optional(v.string()),
});

/** Agents and their availability. */
export function agentRoutes({ workspace }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/livechat/users/agent',
      access: 'view-l-room',
      handle({ query }) {
        const { items: users, ...figures } = cut(workspace.agents.list().map(publicUser), parse(Page, query));
        return success({ users, ...figures });
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/agent.status',
      access: 'view-l-room',
      handle({ user, body }) {
        const { status, agentId = user._id } = parse(Status, body);
        if (agentId !== user._id && !hasPermission(user, 'manage-livechat-agents')) throw HttpError.forbidden();
        const agent = workspace.users.find(agentId);
        if (!agent?.roles.includes('livechat-agent')) throw HttpError.notFound('Agent not found');
        // Without a status it toggles, as the button in the client does.
        const wanted = status ?? (agent.statusLivechat === 'available' ? 'not-available' : 'available');
        workspace.agents.setAvailability(agentId, wanted);
        return success({ status: wanted });
      },
    },
  ];
}
