import * as v from 'valibot';
import { roomForReading } from '../access/roomForReading';
import { Page, parse } from '../body/parse';
import type { Call, HttpContext, Route } from '../Route';
import { success } from '../Route';
import { HttpError } from '../HttpError';

const WhichRoom = v.object({ roomId: v.optional(v.string()), roomName: v.optional(v.string()), ...Page.entries });

/** The messages of a room, newest first. */
export function historyRoutes({ workspace }: HttpContext): Route[] {
  const answer = (call: Call, which: { rid?: string; name?: string }, page: { count: number; offset: number }) => {
    const room = roomForReading(workspace, call.user, which);
    const { messages, total } = workspace.messages.history(room._id, page);
    return success({ messages, count: messages.length, offset: page.offset, total });
  };
  const ofRoom = (path: string): Route => ({
    method: 'get',
    path,
    access: 'signed-in',
    handle(call) {
      const { roomId, roomName, ...page } = parse(WhichRoom, call.query);
      return answer(call, { rid: roomId, name: roomName }, page);
    },
  });
  const ofConversation = (path: string): Route => ({
    method: 'get',
    path,
    access: 'view-l-room',
    handle: (call) => answer(call, { rid: call.params.rid }, parse(Page, call.query)),
  });
  return [
    ofRoom('/api/v1/channels.messages'),
    ofRoom('/api/v1/groups.messages'),
    ofRoom('/api/v1/im.messages'),
    ofConversation('/api/v1/livechat/:rid/messages'),
    ofConversation('/api/v1/livechat/room/:rid/messages'),
    {
      method: 'get',
      path: '/api/v1/chat.getMessage',
      access: 'signed-in',
      handle({ user, query }) {
        const { msgId } = parse(v.object({ msgId: v.string() }), query);
        const message = workspace.messages.find(msgId);
        if (!message)
          throw HttpError.failure('The "msgId" provided does not match any message', 'error-message-not-found');
        roomForReading(workspace, user, { rid: message.rid });
        return success({ message });
      },
    },
    {
      method: 'get',
      path: '/api/v1/chat.getThreadMessages',
      access: 'signed-in',
      handle({ user, query }) {
        const { tmid } = parse(v.object({ tmid: v.string() }), query);
        const parent = workspace.messages.find(tmid);
        if (!parent) throw HttpError.failure('Invalid Message', 'error-invalid-message');
        roomForReading(workspace, user, { rid: parent.rid });
        const messages = workspace.messages.thread(tmid);
        return success({ messages, count: messages.length, offset: 0, total: messages.length });
      },
    },
  ];
}
