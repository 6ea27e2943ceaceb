import type { MessageDocument } from '../documents/MessageDocument';
import type { RoomDocument, SourceDocument } from '../documents/RoomDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';
import type { MessageDraft } from '../messages/Messages';

export interface RoomRequest {
  /** The app's visitor: its department counts, whether stored or not. */
  visitor: VisitorDocument;
  source: SourceDocument;
  /** The requested agent. */
  agent?: UserDocument;
  customFields?: Record<string, unknown>;
  /** The first message's text, shown in the queue. */
  message?: string;
  rid?: string;
}

export interface RoomFilter {
  open?: boolean;
  /** Served by one of these agents. */
  agentIds?: string[];
  departmentId?: string;
  /** Part of the visitor's name. */
  roomName?: string;
  count?: number;
  offset?: number;
}

export interface Transfer {
  toUser?: UserDocument;
  toDepartmentId?: string;
  comment?: string;
  by: { _id: string; username: string; name?: string; userType: 'user' | 'agent' | 'visitor' | 'app' };
}

/** `clientAction`: a person closes it in the client, where the tags are asked for. */
export interface ClosingOptions {
  comment?: string;
  tags?: string[];
  clientAction?: boolean;
}

/** Conversations: requesting, transferring and closing rooms. */
export interface LivechatRooms {
  /** Newest first. */
  list(filter?: RoomFilter): { rooms: RoomDocument[]; total: number };
  /** Open rooms of a visitor's token, of all channels and apps. */
  openRoomsOfVisitor(token: string, departmentId?: string): RoomDocument[];
  openRoomsOfAgent(agentId: string): RoomDocument[];
  /**
   * Makes a room and its inquiry and routes it. Without department and agent the first department takes it that is
   * enabled, shown on the registration form and has an agent online. Throws `error-omnichannel-is-disabled`,
   * `no-agent-online`, `error-contact-channel-blocked`, what an app threw to prevent it, and from 8.3 on MongoDB's
   * `E11000 …` where the visitor has an open room, of whatever channel.
   */
  request(request: RoomRequest): Promise<RoomDocument>;
  /**
   * Posts as a visitor. When the room is closed or absent, a new one is created silently, with only `source`: the trap
   * that apps must avoid. Throws `cannot-access-room` for another visitor's room.
   */
  sendMessage(visitor: VisitorDocument, draft: MessageDraft, source: SourceDocument): Promise<MessageDocument>;
  /** Throws `error-room-closed`, `error-comment-is-required`, `error-tags-must-be-assigned-before-closing-chat`. */
  close(
    rid: string,
    by: { user: UserDocument } | { visitor: VisitorDocument },
    options?: ClosingOptions,
  ): Promise<RoomDocument>;
  /**
   * False when the room is closed or nobody could take it. Throws `error-room-onHold`, `error-invalid-department`,
   * `error-user-is-offline`, `error-selected-agent-room-agent-are-same`, `error-forwarding-chat-same-department`,
   * `error-no-agents-online-in-department`.
   */
  transfer(rid: string, transfer: Transfer): Promise<boolean>;
  /** Throws `error-room-already-closed`, `error-room-is-already-on-hold`, `error-unserved-rooms-cannot-be-placed-onhold`. */
  hold(rid: string, by: UserDocument, comment: string): Promise<RoomDocument>;
  /** A visitor's message does it too. Throws `error-room-not-on-hold`. */
  resume(rid: string, by: UserDocument, comment: string): Promise<RoomDocument>;
  /** Back into the queue, from the agent who serves it. False when nobody does. */
  returnToQueue(rid: string, by: UserDocument): Promise<boolean>;
  /** Gives a waiting conversation to an agent; the same when the agent has it already. */
  assign(rid: string, agent: UserDocument): Promise<RoomDocument>;
  /** Changes of a conversation by an agent (topic, tags, custom fields). Apps are told. */
  save(rid: string, changes: Partial<Pick<RoomDocument, 'topic' | 'tags' | 'livechatData' | 'fname'>>): RoomDocument;
}
