import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundMessage';
import * as v from 'valibot';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { hasPermission } from '../access/permissions';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';
import { parseOutboundMessage } from './parseOutboundMessage';

const refuse = (error: string): never => {
  throw HttpError.failure(error, error);
};

const Which = v.object({ type: v.optional(v.picklist(['phone', 'email'])) });

/** Outbound Messages: the apps' providers, their templates, and sending one. Older servers lack these endpoints. */
export function outboundRoutes({ workspace, apps }: HttpContext): Route[] {
  const provider = (id: string | undefined): string => {
    const known = apps.outboundProviders().some(({ providerId }) => providerId === id);
    if (!id || !known) throw HttpError.notFound('Provider not found');
    return id;
  };
  // `canSendOutboundMessage` of the server.
  const checkRouting = ({ agentId, departmentId }: IOutboundMessage, user: UserDocument): void => {
    const mine = workspace.departments.departmentsOf(user._id);
    if (departmentId) {
      const department = workspace.departments.find(departmentId);
      const mayAssign = hasPermission(user, 'outbound.can-assign-queues') || mine.includes(departmentId);
      if (!department?.enabled || !mayAssign) refuse('error-invalid-department');
    }
    if (!agentId) return;
    if (agentId !== user._id && !hasPermission(user, 'outbound.can-assign-any-agent')) refuse('error-invalid-agent');
    if (departmentId && !workspace.departments.departmentsOf(agentId).includes(departmentId)) {
      refuse('error-agent-not-in-department');
    }
    if (!workspace.users.find(agentId)?.roles.includes('livechat-agent')) refuse('error-invalid-agent');
  };
  if (!workspace.traits.outboundMessages) return [];
  return [
    {
      method: 'get',
      path: '/api/v1/omnichannel/outbound/providers',
      access: 'outbound.send-messages',
      handle: ({ query }) => success({ providers: apps.outboundProviders(parse(Which, query).type) }),
    },
    {
      method: 'get',
      path: '/api/v1/omnichannel/outbound/providers/:id/metadata',
      access: 'outbound.send-messages',
      handle: async ({ params }) => success({ metadata: await apps.outboundMetadata(provider(params.id)) }),
    },
    {
      method: 'post',
      path: '/api/v1/omnichannel/outbound/providers/:id/message',
      access: 'outbound.send-messages',
      async handle({ params, body, user }) {
        const id = provider(params.id);
        const message = parseOutboundMessage(body);
        checkRouting(message, user);
        await apps.sendOutbound(id, message);
        return success();
      },
    },
  ];
}
