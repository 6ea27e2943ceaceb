import * as v from 'valibot';
import { hasPermission } from '../access/hasPermission';
import { publicUser } from '../api/publicUser';
import { cut } from '../body/cut';
import { Page } from '../body/Page';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext } from '../HttpContext';
import type { Route } from '../Route';
import { success } from '../success';

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
