import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Conversation } from '../records/conversations';

/** The visitor as Rocket.Chat's accessors take it. */
export function visitorOf({ visitor: { id, token, username, name }, waId }: Conversation): IVisitor {
  return { id, token, username, name, phone: waId ? [{ phoneNumber: `+${waId}` }] : [] };
}
