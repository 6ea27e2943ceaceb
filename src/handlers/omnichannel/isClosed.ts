import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';

const closedSchema = v.object({ isOpen: v.literal(false) });

/** Whether a conversation is closed: Rocket.Chat lets nobody write in it any more. */
export function isClosed(room: IRoom): room is ILivechatRoom {
  return v.is(closedSchema, room);
}
