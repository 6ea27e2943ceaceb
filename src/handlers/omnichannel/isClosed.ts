import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms';
import * as v from 'valibot';

/** Of a closed conversation the server forgets that it ever was open, instead of saying that it is not. */
const closedSchema = v.object({ type: v.literal(RoomType.LIVE_CHAT), isOpen: v.nullish(v.literal(false)) });

/** Whether a conversation is closed: Rocket.Chat lets nobody write in it any more. */
export function isClosed(room: IRoom): room is ILivechatRoom {
  return v.is(closedSchema, room);
}
