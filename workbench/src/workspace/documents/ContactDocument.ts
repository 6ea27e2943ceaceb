import type { SourceDocument } from './SourceDocument';

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
