import type { DepartmentAgentDocument, DepartmentDocument } from '../documents/DepartmentDocument';
import type { InquiryDocument, RoomDocument, SourceDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { ContactDocument, VisitorDocument } from '../documents/VisitorDocument';
import type { Messages } from '../messages/Messages';
import type { Settings } from '../settings/Settings';
import type { Users } from '../users/Users';
import type { WorkspaceParts } from '../WorkspaceParts';

/** The parts of the workspace that conversations work with. */
export interface LivechatParts extends WorkspaceParts {
  settings: Settings;
  users: Users;
  messages: Messages;
  departments: Departments;
  agents: Agents;
  contacts: Contacts;
  inquiries: Inquiries;
}

/** Agents' availability. */
export interface Agents {
  list(): UserDocument[];
  /** Available agents, of a department or of all. */
  online(departmentId?: string): UserDocument[];
  isOnline(user: UserDocument): boolean;
  /** `isOnlineAsync` of the engine: accept-with-no-agents, bots, the department's agents, then its fallback department. */
  anyoneOnline(departmentId?: string): boolean;
  /** This department if somebody is online there, else the first of its fallbacks with somebody online. */
  departmentWithAgents(departmentId: string): string | undefined;
  setAvailability(userId: string, status: 'available' | 'not-available'): UserDocument;
}

/** Departments and who works in them. */
export interface Departments {
  list(): DepartmentDocument[];
  find(id: string): DepartmentDocument | undefined;
  findByIdOrName(idOrName: string): DepartmentDocument | undefined;
  /** Enabled departments that have at least one agent. */
  listEnabledWithAgents(): DepartmentDocument[];
  agents(departmentId: string): DepartmentAgentDocument[];
  departmentsOf(agentId: string): string[];
  /** Throws `error-department-not-found`. Conversations and apps that name it keep doing so. */
  remove(id: string): void;
  save(department: Partial<DepartmentDocument> & { name: string }, agentIds: string[]): DepartmentDocument;
}

/** The queue. */
export interface Inquiries {
  find(id: string): InquiryDocument | undefined;
  findByRoom(rid: string): InquiryDocument | undefined;
  /**
   * The waiting conversations that this user may take, oldest first: those without a department or of the user's own
   * departments; managers may take all.
   */
  listFor(
    user: UserDocument,
    page?: { count?: number; offset?: number },
  ): { inquiries: InquiryDocument[]; total: number };
  mayTake(user: UserDocument, inquiry: Pick<InquiryDocument, 'department'>): boolean;
  /** Throws `error-not-found`, `error-inquiry-taken`, `error-agent-status-service-offline`. */
  take(id: string, agent: UserDocument): Promise<RoomDocument>;
  /** Writes an inquiry and tells the queue. */
  put(inquiry: InquiryDocument): InquiryDocument;
  remove(inquiry: InquiryDocument): void;
}

/** The data of a registering visitor. The same token or an identical phone string finds the existing visitor. */
export interface GuestRegistration {
  /** The id of a new visitor, if it is given. */
  id?: string;
  token: string;
  username?: string;
  name?: string;
  /** One phone, as an exact string. */
  phone?: string;
  email?: string;
  department?: string;
  status?: string;
  externalIds?: VisitorDocument['externalIds'];
}

/** Livechat visitors. */
export interface Visitors {
  find(id: string): VisitorDocument | undefined;
  findByToken(token: string): VisitorDocument | undefined;
  findByPhone(phoneNumber: string): VisitorDocument | undefined;
  findByEmail(email: string): VisitorDocument | undefined;
  findByExternalId(entityId: string): VisitorDocument | undefined;
  /**
   * Rocket.Chat's `registerGuest`. A visitor with the identical phone string is returned with its own token: the given
   * token and username are ignored then. Throws `error-invalid-department` for an unknown department.
   */
  register(guest: GuestRegistration): VisitorDocument;
  update(id: string, changes: Partial<VisitorDocument>): VisitorDocument;
  /** Changes of a person by an agent or by the app's updater. Apps are told (`IPostLivechatGuestSaved`). */
  saveGuest(
    id: string,
    changes: Pick<VisitorDocument, 'name' | 'livechatData'> & { phone?: string; email?: string },
  ): VisitorDocument;
  setCustomField(token: string, key: string, value: string, overwrite: boolean): boolean;
  attachExternalId(
    id: string,
    externalId: { appId: string; entityId: string; metadata?: Record<string, unknown> },
  ): VisitorDocument | undefined;
}

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
