import type { VisitorDocument } from '../documents/VisitorDocument';

/** Who registers: same token or identical phone string finds the visitor that is there. */
export interface GuestRegistration {
  /** The id of a new visitor, when it shall have this one. */
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
  /** What an agent or the app's updater changes about a person; apps hear of it (`IPostLivechatGuestSaved`). */
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
