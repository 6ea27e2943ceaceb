import type { IOutboundMessage } from '@rocket.chat/apps-engine/definition/outboundCommunication/IOutboundMessage';
import * as v from 'valibot';
import { parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';
import { parseOutboundMessage } from './parseOutboundMessage';

const Which = v.object({ type: v.optional(v.picklist(['phone', 'email'])) });

/** Conversations that an agent starts: the app's outbound providers, their templates and sending one. */
export function outboundRoutes({ workspace, apps }: HttpContext): Route[] {
  const provider = (id: string | undefined): string => {
    const known = apps.outboundProviders().some(({ providerId }) => providerId === id);
    if (!id || !known) throw HttpError.notFound('Provider not found');
    return id;
  };
  const checkRouting = ({ agentId, departmentId }: IOutboundMessage): void => {
    if (departmentId && !workspace.departments.find(departmentId)) {
      throw HttpError.failure('error-invalid-department', 'error-invalid-department');
    }
    if (!agentId) return;
    const agent = workspace.users.find(agentId);
    if (!agent?.roles.includes('livechat-agent')) throw HttpError.failure('error-invalid-agent', 'error-invalid-agent');
    if (departmentId && !workspace.departments.departmentsOf(agentId).includes(departmentId)) {
      throw HttpError.failure('error-agent-not-in-department', 'error-agent-not-in-department');
    }
  };
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
      async handle({ params, body }) {
        const id = provider(params.id);
        const message = parseOutboundMessage(body);
        checkRouting(message);
        await apps.sendOutbound(id, message);
        return success();
      },
    },
  ];
}
