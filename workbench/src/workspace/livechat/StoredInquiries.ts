import type { WorkspaceParts } from '../WorkspaceParts';
import { WorkspaceError } from '../WorkspaceError';
import type { InquiryDocument, RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { Users } from '../users/Users';
import type { Agents, Departments, Inquiries } from './Livechat';
import type { LivechatRooms } from './LivechatRooms';

export class StoredInquiries implements Inquiries {
  readonly #parts: WorkspaceParts;
  readonly #users: Users;
  readonly #agents: Agents;
  readonly #departments: Departments;
  readonly #livechat: () => LivechatRooms;

  constructor(
    parts: WorkspaceParts,
    users: Users,
    agents: Agents,
    departments: Departments,
    livechat: () => LivechatRooms,
  ) {
    this.#parts = parts;
    this.#users = users;
    this.#agents = agents;
    this.#departments = departments;
    this.#livechat = livechat;
  }

  find(id: string): InquiryDocument | undefined {
    return this.#collection.get(id);
  }

  findByRoom(rid: string): InquiryDocument | undefined {
    return this.#collection.first('rid = ?', rid);
  }

  listFor(
    user: UserDocument,
    { count = 50, offset = 0 }: { count?: number; offset?: number } = {},
  ): { inquiries: InquiryDocument[]; total: number } {
    const waiting = this.#collection.where("status IN ('queued', 'ready') ORDER BY ts");
    const mine = waiting.filter((inquiry) => this.mayTake(user, inquiry));
    return { inquiries: mine.slice(offset, offset + count), total: mine.length };
  }

  mayTake(user: UserDocument, inquiry: Pick<InquiryDocument, 'department'>): boolean {
    if (this.#users.hasRole(user, 'admin', 'livechat-manager')) return true;
    if (!this.#users.hasRole(user, 'livechat-agent')) return false;
    return !inquiry.department || this.#departments.departmentsOf(user._id).includes(inquiry.department);
  }

  async take(id: string, agent: UserDocument): Promise<RoomDocument> {
    const inquiry = this.find(id);
    if (!inquiry) throw new WorkspaceError('error-not-found', 'Inquiry not found');
    if (inquiry.status === 'taken') throw new WorkspaceError('error-inquiry-taken', 'Inquiry already taken');
    if (!this.#agents.isOnline(agent)) {
      throw new WorkspaceError(
        'error-agent-status-service-offline',
        'Agent status is offline or Omnichannel service is not active',
      );
    }
    return this.#livechat().assign(inquiry.rid, agent);
  }

  put(inquiry: InquiryDocument): InquiryDocument {
    const stored = this.#collection.put({ ...inquiry, _updatedAt: new Date() });
    const audience = { kind: 'queue', departmentId: stored.department } as const;
    if (stored.status === 'queued' || stored.status === 'ready') {
      this.#parts.events.publish({ type: 'inquiry', inquiry: stored, audience });
    } else {
      this.#parts.events.publish({ type: 'inquiry-removed', _id: stored._id, audience });
    }
    return stored;
  }

  remove(inquiry: InquiryDocument): void {
    this.#collection.delete(inquiry._id);
    const audience = { kind: 'queue', departmentId: inquiry.department } as const;
    this.#parts.events.publish({ type: 'inquiry-removed', _id: inquiry._id, audience });
  }

  get #collection() {
    return this.#parts.store.inquiries;
  }
}
