import type { ILivechatRoom, IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Host } from '../Host';
import type { Conversation } from '../records/conversations';
import { findOpenRooms } from './findOpenRooms';
import { visitorOf } from './visitorOf';

/**
 * The open room of a conversation, or undefined. Two instances that took a customer's first messages at the same moment
 * may have made two: the older one counts, on every instance.
 */
export async function findOpenRoom(
  host: Host,
  conversation: Conversation,
  visitor: IVisitor = visitorOf(conversation),
): Promise<ILivechatRoom | undefined> {
  return (await findOpenRooms(host, conversation, visitor))[0];
}
