import type { SourceDocument } from './RoomDocument';

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

/** A channel of a contact: one for each (visitor, source). */
export interface ContactChannel {
  name: string;
  verified: boolean;
  blocked: boolean;
  visitor: { visitorId: string; source: { type: string; id?: string } };
  field?: string;
  value?: string;
  verifiedAt?: Date;
  details: SourceDocument;
  lastChat?: { _id: string; ts: Date };
}

/** A person behind one or more visitors (Rocket.Chat 7 and later). */
export interface ContactDocument {
  _id: string;
  name: string;
  phones?: { phoneNumber: string }[];
  emails?: { address: string }[];
  unknown: boolean;
  preRegistration?: boolean;
  channels: ContactChannel[];
  /** The months (`2026-11`) in which somebody answered: each counts for the licence. */
  activity?: string[];
  customFields?: Record<string, unknown>;
  createdAt: Date;
  _updatedAt: Date;
}
