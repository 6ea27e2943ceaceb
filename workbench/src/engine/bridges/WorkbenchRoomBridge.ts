import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages/IMessageRaw';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/IRoom';
import type { IRoomRaw } from '@rocket.chat/apps-engine/definition/rooms/IRoomRaw';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms/RoomType';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import type { GetMessagesOptions } from '@rocket.chat/apps-engine/server/bridges/RoomBridge';
import { RoomBridge } from '@rocket.chat/apps-engine/server/bridges/RoomBridge';
import type { ServerTraits } from '../../server/serverTraits';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { attachmentToApp } from '../converters/attachmentToApp';
import { readEngineShape } from '../readEngineShape';
import type { BridgeParts } from './BridgeParts';
import { refuse } from './BridgeParts';

/** Channels, groups and direct rooms, for apps. */
export class WorkbenchRoomBridge extends RoomBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async create(room: IRoom, members: string[]): Promise<string> {
    const { rooms, users } = this.#parts.workspace;
    const creator = users.find(room.creator.id);
    if (!creator) throw new Error('Invalid creator of the room.');
    if (room.type === RoomType.DIRECT_MESSAGE) {
      const others = members.map((username) => users.findByUsername(username)).filter((user) => user !== undefined);
      return (await rooms.direct([creator, ...others.filter(({ _id }) => _id !== creator._id)]))._id;
    }
    if (room.type !== RoomType.CHANNEL && room.type !== RoomType.PRIVATE_GROUP) {
      throw new Error('Only channels, private groups and direct messages can be created.');
    }
    const draft = {
      t: room.type === RoomType.CHANNEL ? ('c' as const) : ('p' as const),
      name: room.slugifiedName,
      fname: room.displayName,
      description: room.description,
      ro: room.isReadOnly,
      sysMes: room.displaySystemMessages,
      customFields: room.customFields,
    };
    return (await rooms.create(creator, withoutNulls(draft), members))._id;
  }

  protected async getById(roomId: string): Promise<IRoom> {
    return readEngineShape<IRoom>(this.#parts.converters.roomById(roomId));
  }

  protected async getByName(roomName: string): Promise<IRoom> {
    const room = this.#parts.workspace.rooms.findByName(roomName);
    return readEngineShape<IRoom>(room && this.#parts.converters.room(room));
  }

  protected async getCreatorById(roomId: string): Promise<IUser | undefined> {
    return this.#parts.converters.userById(this.#parts.workspace.rooms.find(roomId)?.u?._id);
  }

  protected async getCreatorByName(roomName: string): Promise<IUser | undefined> {
    return this.#parts.converters.userById(this.#parts.workspace.rooms.findByName(roomName)?.u?._id);
  }

  protected async getDirectByUsernames(usernames: string[]): Promise<IRoom | undefined> {
    const room = this.#parts.workspace.rooms.findDirect(usernames);
    return room && this.#parts.converters.room(room);
  }

  protected async getMembers(roomId: string): Promise<IUser[]> {
    return this.#toApp(this.#parts.workspace.rooms.members(roomId));
  }

  protected async getAllRooms(): Promise<IRoomRaw[]> {
    return refuse('RoomBridge', 'getAllRooms');
  }

  /** `room` holds the app's changes; added people become members. */
  protected async update(room: Partial<IRoom> & { id: string }, members: string[]): Promise<void> {
    const { rooms, users } = this.#parts.workspace;
    if (!rooms.find(room.id)) throw new Error('A room must exist to update.');
    const changes = withoutNulls({
      fname: room.displayName,
      name: room.slugifiedName,
      description: room.description,
      ro: room.isReadOnly,
      sysMes: room.displaySystemMessages,
      customFields: room.customFields,
      default: room.isDefault,
    });
    if (Object.keys(changes).length > 0) rooms.update(room.id, changes);
    for (const username of members) {
      const user = users.findByUsername(username);
      if (user) await rooms.addMember(room.id, user);
    }
  }

  protected async createDiscussion(): Promise<string> {
    return refuse('RoomBridge', 'createDiscussion');
  }

  protected async delete(roomId: string): Promise<void> {
    await this.#parts.workspace.rooms.remove(roomId);
  }

  protected async getModerators(roomId: string): Promise<IUser[]> {
    return this.#withRole(roomId, 'moderator');
  }

  protected async getOwners(roomId: string): Promise<IUser[]> {
    return this.#withRole(roomId, 'owner');
  }

  protected async getLeaders(roomId: string): Promise<IUser[]> {
    return this.#withRole(roomId, 'leader');
  }

  /** System messages are left out. The engine fills in a missing limit and thread option, and no other options. */
  protected async getMessages(roomId: string, options: Partial<GetMessagesOptions>): Promise<IMessageRaw[]> {
    const { limit, skip, sort, showThreadMessages } = options;
    // Without a sort order they come in the order of the database.
    const order = sort?.createdAt ? `ts ${sort.createdAt === 'asc' ? 'ASC' : 'DESC'}` : 'rowid';
    const threads = showThreadMessages === false ? 'AND tmid IS NULL' : '';
    return this.#parts.store.messages
      .where(
        `rid = ? AND json_extract(document, '$.t') IS NULL ${threads} ORDER BY ${order} LIMIT ? OFFSET ?`,
        roomId,
        limit ?? 100,
        skip ?? 0,
      )
      .map((message) => rawMessage(message, this.#parts.workspace.traits));
  }

  protected async removeUsers(roomId: string, usernames: string[]): Promise<void> {
    const { rooms, users } = this.#parts.workspace;
    for (const username of usernames) {
      const user = users.findByUsername(username);
      if (user) await rooms.removeMember(roomId, user);
    }
  }

  protected async getUnreadByUser(): Promise<IMessageRaw[]> {
    return refuse('RoomBridge', 'getUnreadByUser');
  }

  protected async getUserUnreadMessageCount(): Promise<number> {
    return refuse('RoomBridge', 'getUserUnreadMessageCount');
  }

  #withRole(roomId: string, role: string): IUser[] {
    const users = this.#parts.store.subscriptions
      .where('rid = ?', roomId)
      .filter(({ roles }) => roles?.includes(role))
      .map(({ uid }) => this.#parts.workspace.users.find(uid))
      .filter((user) => user !== undefined);
    return this.#toApp(users);
  }

  #toApp(users: UserDocument[]): IUser[] {
    return users.map((user) => this.#parts.converters.user(user));
  }
}

/** Fields that an app leaves undefined arrive as null. */
function withoutNulls<T extends object>(value: T): T {
  const kept = { ...value };
  for (const [name, field] of Object.entries(value))
    if (field === null || field === undefined) Reflect.deleteProperty(kept, name);
  return kept;
}

/** A message in the form of lists for apps: with the room's id, and with people as references. */
function rawMessage(message: MessageDocument, { filesReachApps }: ServerTraits): IMessageRaw {
  return readEngineShape<IMessageRaw>({
    id: message._id,
    roomId: message.rid,
    sender: message.u,
    text: message.msg,
    createdAt: message.ts,
    updatedAt: message._updatedAt,
    threadId: message.tmid,
    editor: message.editedBy,
    editedAt: message.editedAt,
    emoji: message.emoji,
    avatarUrl: message.avatar,
    alias: message.alias,
    file: message.file,
    files: filesReachApps ? message.files : undefined,
    attachments: message.attachments?.map(attachmentToApp),
    reactions: message.reactions,
    groupable: message.groupable,
    parseUrls: message.parseUrls,
    customFields: message.customFields,
    blocks: message.blocks,
    type: message.t,
    token: message.token,
  });
}
