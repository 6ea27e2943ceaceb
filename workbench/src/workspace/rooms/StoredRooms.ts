import { createId } from '../../store/createId';
import type { WorkspaceParts } from '../WorkspaceParts';
import { WorkspaceError } from '../WorkspaceError';
import type { SubscriptionDocument } from '../../store/collections/roomCollections';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument, UserReference } from '../documents/UserDocument';
import type { Messages } from '../messages/Messages';
import type { Users } from '../users/Users';
import type { RoomDraft, Rooms } from './Rooms';

const reference = ({ _id, username, name }: UserDocument): UserReference => ({ _id, username, name });

export class StoredRooms implements Rooms {
  readonly #parts: WorkspaceParts;
  readonly #users: Users;
  readonly #messages: () => Messages;

  constructor(parts: WorkspaceParts, users: Users, messages: () => Messages) {
    this.#parts = parts;
    this.#users = users;
    this.#messages = messages;
  }

  find(id: string): RoomDocument | undefined {
    return this.#parts.store.rooms.get(id);
  }

  findByName(name: string): RoomDocument | undefined {
    return this.#parts.store.rooms.first("name = ? AND t IN ('c', 'p')", name);
  }

  listFor(user: UserDocument): RoomDocument[] {
    const { store } = this.#parts;
    const mine = store.subscriptions
      .where('uid = ?', user._id)
      .map(({ rid }) => store.rooms.get(rid))
      .filter((room) => room !== undefined)
      .filter((room) => room.t !== 'l' || room.open === true);
    const ids = new Set(mine.map(({ _id }) => _id));
    const livechat = this.#users.hasRole(user, 'admin', 'livechat-manager', 'livechat-agent')
      ? store.rooms.where("t = 'l' AND open = 1 ORDER BY ts DESC LIMIT 500").filter((room) => this.maySee(user, room))
      : [];
    return [...mine, ...livechat.filter(({ _id }) => !ids.has(_id))];
  }

  maySee(user: UserDocument, room: RoomDocument): boolean {
    if (room.t === 'c') return true;
    if (room.t === 'l' && user.type === 'app') return this.#appSees(room);
    if (this.isMember(room._id, user._id)) return true;
    if (room.t !== 'l') return false;
    if (this.#users.hasRole(user, 'admin', 'livechat-manager') || room.servedBy?._id === user._id) return true;
    if (!this.#users.hasRole(user, 'livechat-agent') || (room.open && room.servedBy)) return false;
    return !room.departmentId || this.#departmentsOf(user._id).includes(room.departmentId);
  }

  /**
   * An app's user has role `app`, which may read no conversation but those in the public queue, and these only where
   * routing shows agents the queue (`roomAccessValidator.compatibility.ts`). A permission for the role opens all of them.
   */
  #appSees(room: RoomDocument): boolean {
    const { settings, inquiries } = this.#parts.store;
    if (settings.get('Workbench_Role_App_Has_View_Livechat_Rooms')?.value === true) return true;
    if (settings.get('Livechat_Routing_Method')?.value !== 'Manual_Selection') return false;
    const inquiry = inquiries.first('rid = ?', room._id);
    return inquiry?.status === 'queued' && inquiry.department === undefined;
  }

  members(rid: string): UserDocument[] {
    return this.#parts.store.subscriptions
      .where('rid = ? ORDER BY ts, rowid', rid)
      .map(({ uid }) => this.#users.find(uid))
      .filter((user) => user !== undefined);
  }

  isMember(rid: string, userId: string): boolean {
    return this.subscription(rid, userId) !== undefined;
  }

  subscription(rid: string, userId: string): SubscriptionDocument | undefined {
    return this.#parts.store.subscriptions.first('rid = ? AND uid = ?', rid, userId);
  }

  markRead(rid: string, userId: string): void {
    const subscription = this.subscription(rid, userId);
    if (subscription) this.#parts.store.subscriptions.put({ ...subscription, unread: 0 });
  }

  async create(creator: UserDocument, draft: RoomDraft, memberUsernames: string[]): Promise<RoomDocument> {
    if (!/^[0-9a-zA-Z-_.]+$/.test(draft.name)) {
      throw new WorkspaceError('error-invalid-room-name', `${draft.name} is not a valid room name.`);
    }
    if (this.findByName(draft.name)) {
      throw new WorkspaceError('error-duplicate-channel-name', `A channel with name '${draft.name}' exists`);
    }
    const members = memberUsernames
      .map((username) => this.#users.findByUsername(username))
      .filter((user) => user !== undefined)
      .filter((user) => user._id !== creator._id);
    const room = this.#insert({ ...draft, u: reference(creator) }, [creator, ...members], creator);
    this.#parts.apps().roomCreated(room);
    return room;
  }

  async direct(users: UserDocument[]): Promise<RoomDocument> {
    const found = this.findDirect(users.map(({ username }) => username));
    if (found) return found;
    const first = users[0];
    if (!first) throw new WorkspaceError('error-invalid-user', 'Invalid user');
    const uids = users.map(({ _id }) => _id);
    const room = this.#insert({ t: 'd', u: reference(first), uids }, users, first);
    this.#parts.apps().roomCreated(room);
    return room;
  }

  findDirect(usernames: string[]): RoomDocument | undefined {
    return this.#parts.store.rooms.first('directKey = ?', [...usernames].sort().join(' '));
  }

  async addMember(rid: string, user: UserDocument, inviter?: UserDocument): Promise<boolean> {
    const room = this.#get(rid);
    if (this.isMember(rid, user._id)) return false;
    const { store } = this.#parts;
    const changed = store.transaction(() => {
      this.#subscribe(rid, user);
      const usernames = [...(room.usernames ?? []), user.username];
      return this.#put({ ...room, usernames, usersCount: usernames.length });
    });
    const added = inviter !== undefined && inviter._id !== user._id;
    if (added) await this.#messages().sendSystem(rid, 'au', reference(inviter), { msg: user.username });
    else await this.#messages().sendSystem(rid, 'uj', reference(user), { msg: user.username });
    this.#parts.apps().userJoined(changed, user, inviter);
    return true;
  }

  async removeMember(rid: string, user: UserDocument, by?: UserDocument): Promise<void> {
    const room = this.#get(rid);
    if (!this.isMember(rid, user._id)) throw new WorkspaceError('error-user-not-in-room', 'User is not in this room');
    const changed = this.#parts.store.transaction(() => {
      this.#parts.store.subscriptions.deleteWhere('rid = ? AND uid = ?', rid, user._id);
      const usernames = (room.usernames ?? []).filter((username) => username !== user.username);
      return this.#put({ ...room, usernames, usersCount: usernames.length });
    });
    const [type, actor] = by && by._id !== user._id ? (['ru', by] as const) : (['ul', user] as const);
    await this.#messages().sendSystem(rid, type, reference(actor), { msg: user.username });
    this.#parts.events.publish({ type: 'room-removed', _id: rid, audience: { kind: 'user', userId: user._id } });
    this.#parts.apps().userLeft(changed, user);
  }

  update(rid: string, changes: Partial<RoomDocument>): RoomDocument {
    return this.#put({ ...this.#get(rid), ...changes, _id: rid });
  }

  async archive(rid: string, archived: boolean, by: UserDocument): Promise<void> {
    this.update(rid, { archived });
    await this.#messages().sendSystem(rid, archived ? 'room-archived' : 'room-unarchived', reference(by));
  }

  async remove(rid: string): Promise<void> {
    const room = this.#get(rid);
    const { store, events } = this.#parts;
    // The audience of the event is read before the records are removed.
    events.publish({ type: 'room-removed', _id: rid, audience: { kind: 'room', rid } });
    store.transaction(() => {
      store.messages.deleteWhere('rid = ?', rid);
      store.subscriptions.deleteWhere('rid = ?', rid);
      store.rooms.delete(rid);
    });
    this.#parts.apps().roomRemoved(room);
  }

  #insert(
    draft: Partial<RoomDocument> & Pick<RoomDocument, 't'>,
    users: UserDocument[],
    creator: UserDocument,
  ): RoomDocument {
    const now = new Date();
    return this.#parts.store.transaction(() => {
      const _id = createId();
      for (const user of users) this.#subscribe(_id, user, user._id === creator._id ? ['owner'] : undefined);
      const usernames = users.map(({ username }) => username);
      return this.#put({
        msgs: 0,
        ts: now,
        lm: now,
        ...draft,
        _id,
        usernames,
        usersCount: users.length,
        _updatedAt: now,
      });
    });
  }

  #subscribe(rid: string, user: UserDocument, roles?: string[]): void {
    this.#parts.store.subscriptions.put({
      _id: createId(),
      rid,
      uid: user._id,
      username: user.username,
      ...(roles && { roles }),
      ts: new Date(),
    });
  }

  #put(room: RoomDocument): RoomDocument {
    const stored = this.#parts.store.rooms.put({ ...room, _updatedAt: new Date() });
    this.#parts.events.publish({ type: 'room', room: stored, audience: { kind: 'room', rid: stored._id } });
    return stored;
  }

  #get(rid: string): RoomDocument {
    const room = this.find(rid);
    if (!room)
      throw new WorkspaceError(
        'error-room-not-found',
        'The required "roomId" or "roomName" param provided does not match any channel',
      );
    return room;
  }

  #departmentsOf(userId: string): string[] {
    return this.#parts.store.departmentAgents.where('agentId = ?', userId).map(({ departmentId }) => departmentId);
  }
}
