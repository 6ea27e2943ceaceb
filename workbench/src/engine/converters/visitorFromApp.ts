import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat/IVisitor';
import { createId } from '../../store/createId';
import type { VisitorDocument } from '../../workspace/documents/VisitorDocument';

/** A visitor as an app hands it over: what the app says counts, not what is stored. */
export function visitorFromApp(visitor: IVisitor): VisitorDocument {
  const now = new Date();
  return {
    _id: visitor.id ?? createId(),
    token: visitor.token,
    username: visitor.username,
    status: visitor.status ?? 'online',
    ts: now,
    _updatedAt: visitor.updatedAt ?? now,
    ...(visitor.name && { name: visitor.name }),
    ...(visitor.phone && { phone: visitor.phone }),
    ...(visitor.visitorEmails && { visitorEmails: visitor.visitorEmails }),
    ...(visitor.department && { department: visitor.department }),
    ...(visitor.livechatData && { livechatData: visitor.livechatData }),
    ...(visitor.externalIds && { externalIds: visitor.externalIds }),
  };
}
