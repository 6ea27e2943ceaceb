import * as v from 'valibot';
import { hasPermission } from '../access/permissions';
import { Page, parse } from '../body/parse';
import { HttpError } from '../HttpError';
import type { HttpContext, Route } from '../Route';
import { success } from '../Route';

const Return = v.object({ roomId: v.string() });

const Take = v.object({ inquiryId: v.string(), userId: v.optional(v.string()) });

/** The queue. `take` answers with the conversation's room under the name `inquiry`, as Rocket.Chat does. */
export function inquiryRoutes({ workspace }: HttpContext): Route[] {
  return [
    {
      method: 'get',
      path: '/api/v1/livechat/inquiries.list',
      access: 'view-l-room',
      handle({ user, query }) {
        const page = parse(Page, query);
        const { inquiries, total } = workspace.inquiries.listFor(user, page);
        return success({ inquiries, count: inquiries.length, offset: page.offset, total });
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/inquiries.take',
      access: 'view-l-room',
      async handle({ user, body }) {
        const { inquiryId, userId } = parse(Take, body);
        const agent = userId && userId !== user._id ? workspace.users.find(userId) : user;
        if (agent !== user && !hasPermission(user, 'manage-livechat-agents')) throw HttpError.forbidden();
        if (!agent) throw HttpError.failure('The user is invalid', 'error-not-found');
        return success({ inquiry: await workspace.inquiries.take(inquiryId, agent) });
      },
    },
    {
      method: 'post',
      path: '/api/v1/livechat/inquiries.returnAsInquiry',
      access: 'view-l-room',
      async handle({ user, body }) {
        const { roomId } = parse(Return, body);
        if (workspace.rooms.find(roomId)?.t !== 'l') throw HttpError.failure('Invalid room', 'error-invalid-room');
        return success({ result: await workspace.livechat.returnToQueue(roomId, user) });
      },
    },
  ];
}
