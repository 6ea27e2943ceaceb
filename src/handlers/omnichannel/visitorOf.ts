import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Conversation } from '../records/conversations';

/** The visitor as Rocket.Chat's accessors take it. */
export function visitorOf({ visitor, waId }: Conversation): IVisitor {
  return { ...visitor, phone: waId ? [{ phoneNumber: `+${waId}` }] : [] };
}
