import type { SubscriptionDocument } from '../../store/collections/roomCollections';
import type { RoomDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';

export interface RoomDraft {
  t: 'c' | 'p';
  name: string;
  fname?: string;
  topic?: string;
  description?: string;
  ro?: boolean;
  sysMes?: boolean;
  customFields?: Record<string, unknown>;
}

/** Channels, private groups and direct rooms, and who is in them. Livechat rooms are made by `LivechatRooms`. */
export interface Rooms {
  find(id: string): RoomDocument | undefined;
  findByName(name: string): RoomDocument | undefined;
  /** Rooms this user is a member of, and the livechat rooms that this user may see and that are open. */
  listFor(user: UserDocument): RoomDocument[];
  /** Members see their rooms; livechat rooms: who serves them, managers, admins, and agents of the queue they wait in. */
  maySee(user: UserDocument, room: RoomDocument): boolean;
  members(rid: string): UserDocument[];
  isMember(rid: string, userId: string): boolean;
  subscription(rid: string, userId: string): SubscriptionDocument | undefined;
  /** The user has looked at the room: nothing in it is unread. */
  markRead(rid: string, userId: string): void;
  /** Throws `error-duplicate-channel-name`, `error-invalid-room-name`. */
  create(creator: UserDocument, draft: RoomDraft, memberUsernames: string[]): Promise<RoomDocument>;
  /** The direct room of exactly these people; made when it is missing. */
  direct(users: UserDocument[]): Promise<RoomDocument>;
  findDirect(usernames: string[]): RoomDocument | undefined;
  /** Adds a member ('uj', or 'au' when somebody else does it). False when already in. */
  addMember(rid: string, user: UserDocument, inviter?: UserDocument): Promise<boolean>;
  removeMember(rid: string, user: UserDocument, by?: UserDocument): Promise<void>;
  update(rid: string, changes: Partial<RoomDocument>): RoomDocument;
  archive(rid: string, archived: boolean, by: UserDocument): Promise<void>;
  remove(rid: string): Promise<void>;
}
