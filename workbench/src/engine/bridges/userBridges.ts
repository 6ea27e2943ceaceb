import type { ILivechatContact } from '@rocket.chat/apps-engine/definition/livechat/ILivechatContact';
import type { IRole } from '@rocket.chat/apps-engine/definition/roles/IRole';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import type { UserType } from '@rocket.chat/apps-engine/definition/users/UserType';
import type { VerifyContactChannelParams } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { ContactBridge } from '@rocket.chat/apps-engine/server/bridges/ContactBridge';
import { RoleBridge } from '@rocket.chat/apps-engine/server/bridges/RoleBridge';
import { UserBridge } from '@rocket.chat/apps-engine/server/bridges/UserBridge';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { readEngineShape } from '../readEngineShape';
import type { BridgeParts } from './BridgeParts';
import { refuse } from './BridgeParts';

/** People, for apps. */
export class WorkbenchUserBridge extends UserBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(id: string): Promise<IUser> {
    return readEngineShape<IUser>(this.#parts.converters.userById(id));
  }

  protected async getByUsername(username: string): Promise<IUser> {
    const user = this.#parts.workspace.users.findByUsername(username);
    return readEngineShape<IUser>(user && this.#parts.converters.user(user));
  }

  protected async getAppUser(appId?: string): Promise<IUser | undefined> {
    const user = appId === undefined ? undefined : this.#parts.workspace.users.findAppUser(appId);
    return user && this.#parts.converters.user(user);
  }

  protected async getActiveUserCount(): Promise<number> {
    return this.#parts.workspace.users.list().filter(({ active, type }) => active && type === 'user').length;
  }

  protected async getUserUnreadMessageCount(): Promise<number> {
    return refuse('UserBridge', 'getUserUnreadMessageCount');
  }

  protected async getUserRoomIds(userId: string): Promise<string[]> {
    return this.#parts.store.subscriptions.where('uid = ?', userId).map(({ rid }) => rid);
  }

  protected async create(data: Partial<IUser>, appId: string): Promise<string> {
    const { username, name, roles, type } = data;
    if (username === undefined || (type !== 'bot' && type !== 'app')) {
      throw new Error('Creating normal users is currently not supported');
    }
    if (this.#parts.workspace.users.findByUsername(username)) {
      throw new Error(
        `The username "${username}" is already being used. Rename or remove the user using it to install this App`,
      );
    }
    return this.#parts.workspace.users.create({ username, name, roles, type, appId, status: 'online' })._id;
  }

  protected async remove(user: IUser): Promise<boolean> {
    return this.#parts.workspace.users.remove(user.id);
  }

  protected async update(user: IUser, updates: Partial<IUser>): Promise<boolean> {
    const { name, status, customFields } = updates;
    this.#parts.workspace.users.update(user.id, {
      ...(name !== undefined && { name }),
      ...(status !== undefined && { status: statusOf(status) }),
      ...(customFields && { customFields }),
    });
    return true;
  }

  protected async deleteUsersCreatedByApp(appId: string, type: UserType): Promise<boolean> {
    const { users } = this.#parts.workspace;
    const made = users.list().filter((user) => user.appId === appId && user.type === type.valueOf());
    return made.map(({ _id }) => users.remove(_id)).some(Boolean);
  }

  protected async deactivate(userId: string): Promise<boolean> {
    this.#parts.workspace.users.update(userId, { active: false });
    return true;
  }
}

const STATUSES: Record<string, UserDocument['status']> = {
  online: 'online',
  away: 'away',
  busy: 'busy',
  offline: 'offline',
};

/** A presence as the workspace knows it. Throws for any other word. */
function statusOf(status: string): UserDocument['status'] {
  const known = STATUSES[status];
  if (known === undefined) throw new Error(`There is no status "${status}"`);
  return known;
}

export class WorkbenchRoleBridge extends RoleBridge {
  protected async getOneByIdOrName(): Promise<IRole | null> {
    return refuse('RoleBridge', 'getOneByIdOrName');
  }

  protected async getCustomRoles(): Promise<IRole[]> {
    return refuse('RoleBridge', 'getCustomRoles');
  }
}

/** Contacts, for apps. */
export class WorkbenchContactBridge extends ContactBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(contactId: string): Promise<ILivechatContact | undefined> {
    const contact = this.#parts.workspace.contacts.find(contactId);
    return contact && this.#parts.converters.contact(contact);
  }

  protected async verifyContact({
    contactId,
    field,
    value,
    visitorId,
    roomId,
  }: VerifyContactChannelParams): Promise<void> {
    const room = this.#parts.workspace.rooms.find(roomId);
    if (!room) throw new Error('error-invalid-room');
    this.#parts.workspace.contacts.verify(contactId, field, value, visitorId, room);
  }

  protected async addContactEmail(contactId: string, email: string): Promise<ILivechatContact> {
    return this.#parts.converters.contact(this.#parts.workspace.contacts.addEmail(contactId, email));
  }
}
