import type { ContactDocument } from '../documents/ContactDocument';
import type { RoomDocument } from '../documents/RoomDocument';
import type { SourceDocument } from '../documents/SourceDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';

/** Contacts: each (visitor, source) is a channel of one. */
export interface Contacts {
  find(id: string): ContactDocument | undefined;
  list(page?: { count?: number; offset?: number }): { contacts: ContactDocument[]; total: number };
  /** The contact of this visitor's channel; made (or a pre-registered one found by identical phone or e-mail) when missing. */
  ofChannel(visitor: VisitorDocument, source: SourceDocument): ContactDocument;
  isBlocked(visitor: VisitorDocument, source: SourceDocument): boolean;
  setBlocked(contactId: string, visitorId: string, blocked: boolean): ContactDocument;
  create(contact: { name: string; phones?: string[]; emails?: string[] }): ContactDocument;
  /** Marks the room's channel verified; contacts verified by the same value become one (premium). Throws `error-invalid-contact`. */
  verify(contactId: string, field: string, value: string, visitorId: string, room: RoomDocument): ContactDocument;
  addEmail(contactId: string, email: string): ContactDocument;
}
