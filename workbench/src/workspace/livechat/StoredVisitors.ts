import { createId } from '../../store/createId';
import type { WorkspaceParts } from '../WorkspaceParts';
import { WorkspaceError } from '../WorkspaceError';
import type { VisitorDocument } from '../documents/VisitorDocument';
import type { Departments, GuestRegistration, Visitors } from './Livechat';

type ExternalId = NonNullable<VisitorDocument['externalIds']>[number];

export class StoredVisitors implements Visitors {
  readonly #parts: WorkspaceParts;
  readonly #departments: Departments;

  constructor(parts: WorkspaceParts, departments: Departments) {
    this.#parts = parts;
    this.#departments = departments;
  }

  find(id: string): VisitorDocument | undefined {
    return this.#collection.get(id);
  }

  findByToken(token: string): VisitorDocument | undefined {
    return this.#collection.first('token = ?', token);
  }

  findByPhone(phoneNumber: string): VisitorDocument | undefined {
    return this.#collection.withPhone(phoneNumber);
  }

  findByEmail(email: string): VisitorDocument | undefined {
    return this.#collection.first('email = ?', email.toLowerCase());
  }

  findByExternalId(entityId: string): VisitorDocument | undefined {
    return this.#collection.withExternalId(entityId);
  }

  register(guest: GuestRegistration): VisitorDocument {
    const email = guest.email?.trim().toLowerCase();
    return this.#parts.store.transaction(() => {
      const byToken = this.findByToken(guest.token);
      const department = this.#department(guest.department, byToken?.department);
      const found =
        byToken ??
        (guest.phone ? this.findByPhone(guest.phone) : undefined) ??
        (email ? this.findByEmail(email) : undefined);
      const now = new Date();
      const visitor: VisitorDocument = {
        ...(found ?? { _id: guest.id ?? createId(), username: guest.username ?? this.#nextUsername(), ts: now }),
        // A visitor that is found by e-mail gets the new token; one that is found by phone keeps its own.
        token: found && (found === byToken || guest.phone) ? found.token : guest.token,
        status: guest.status ?? 'online',
        ...(guest.name && { name: guest.name }),
        ...(guest.phone && { phone: [{ phoneNumber: guest.phone }] }),
        ...(email && { visitorEmails: [{ address: email }] }),
        ...(department && { department }),
        _updatedAt: now,
      };
      const externalIds = merge(found?.externalIds, guest.externalIds);
      return this.#collection.put({ ...visitor, ...(externalIds.length > 0 && { externalIds }) });
    });
  }

  update(id: string, changes: Partial<VisitorDocument>): VisitorDocument {
    const visitor = this.find(id);
    if (!visitor) throw new WorkspaceError('error-invalid-visitor');
    return this.#collection.put({ ...visitor, ...changes, _id: id, _updatedAt: new Date() });
  }

  saveGuest(
    id: string,
    changes: Pick<VisitorDocument, 'name' | 'livechatData'> & { phone?: string; email?: string },
  ): VisitorDocument {
    const { phone, email, ...rest } = changes;
    const saved = this.update(id, {
      ...rest,
      ...(phone !== undefined && { phone: [{ phoneNumber: phone }] }),
      ...(email !== undefined && { visitorEmails: [{ address: email.toLowerCase() }] }),
    });
    this.#parts.apps().livechatGuestSaved(saved);
    return saved;
  }

  setCustomField(token: string, key: string, value: string, overwrite: boolean): boolean {
    const visitor = this.findByToken(token);
    if (!visitor || (!overwrite && visitor.livechatData?.[key] !== undefined)) return false;
    this.update(visitor._id, { livechatData: { ...visitor.livechatData, [key]: value } });
    return true;
  }

  attachExternalId(id: string, externalId: ExternalId): VisitorDocument | undefined {
    const visitor = this.find(id);
    return visitor && this.update(id, { externalIds: merge(visitor.externalIds, [externalId]) });
  }

  #department(idOrName: string | undefined, current: string | undefined): string | undefined {
    if (!idOrName || idOrName === current) return undefined;
    const department = this.#departments.findByIdOrName(idOrName);
    if (!department) throw new WorkspaceError('error-invalid-department', 'The provided department is invalid');
    return department._id;
  }

  #nextUsername(): string {
    return `guest-${this.#collection.count() + 1}`;
  }

  get #collection() {
    return this.#parts.store.visitors;
  }
}

/** One id for each app: the newer one counts. */
function merge(known: ExternalId[] = [], added: ExternalId[] = []): ExternalId[] {
  return [...known.filter(({ appId }) => !added.some((other) => other.appId === appId)), ...added];
}
