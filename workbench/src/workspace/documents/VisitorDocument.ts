/** A livechat visitor. Lookup by phone is by the exact string; `externalIds` hold ids of the outer channel (BSUIDs). */
export interface VisitorDocument {
  _id: string;
  token: string;
  username: string;
  name?: string;
  phone?: { phoneNumber: string }[];
  visitorEmails?: { address: string }[];
  department?: string;
  status?: string;
  livechatData?: Record<string, unknown>;
  externalIds?: { appId: string; entityId: string; metadata?: Record<string, unknown> }[];
  contactId?: string;
  lastChat?: { _id: string; ts: Date };
  ts: Date;
  _updatedAt: Date;
}
