import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat';
import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';

/** The visitor as Rocket.Chat's accessors take it; the number's department goes along, it decides who gets the room. */
export function visitorOf({ visitor, waId }: Conversation, number?: ConnectedNumber): IVisitor {
  return {
    ...visitor,
    phone: waId ? [{ phoneNumber: `+${waId}` }] : [],
    department: number?.departmentId,
  };
}
