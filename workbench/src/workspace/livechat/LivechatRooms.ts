import type { RoomDocument } from '../documents/RoomDocument';
import type { SourceDocument } from '../documents/SourceDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';

export interface RoomRequest {
  visitor: VisitorDocument;
  source: SourceDocument;
  /** Ask for this agent, as `agentId`. */
  agent?: UserDocument;
  customFields?: Record<string, unknown>;
  /** The first message's text, shown in the queue. */
  message?: string;
  rid?: string;
}

export interface RoomFilter {
  open?: boolean;
  /** Served by these agents. */
  agentIds?: string[];
  departmentId?: string;
  count?: number;
  offset?: number;
}

export interface Transfer {
  toUser?: UserDocument;
  toDepartmentId?: string;
  comment?: string;
  by: { _id?: string; username: string; name?: string; userType: 'user' | 'agent' | 'visitor' | 'app' };
}

/** Conversations: asking for a room, handing it on, closing it. */
export interface LivechatRooms {
  list(filter?: RoomFilter): { rooms: RoomDocument[]; total: number };
  /** Open rooms of a visitor's token, of all channels. */
  openRoomsOfVisitor(token: string, departmentId?: string): RoomDocument[];
  openRoomsOfAgent(agentId: string): RoomDocument[];
  /**
   * Rocket.Chat's `requestRoom`: makes the room and its inquiry, and routes it. Throws `error-omnichannel-is-disabled`,
   * `no-agent-online`, `error-contact-channel-blocked`.
   */
  request(request: RoomRequest): Promise<RoomDocument>;
  /** Throws `error-room-closed`, `error-comment-is-required`, `error-tags-must-be-assigned-before-closing-chat`. */
  close(
    rid: string,
    by: { user: UserDocument } | { visitor: VisitorDocument },
    options?: { comment?: string; tags?: string[] },
  ): Promise<RoomDocument>;
  /** Throws `error-user-is-offline`, `error-selected-agent-room-agent-are-same`, `error-room-onHold`, … */
  transfer(rid: string, transfer: Transfer): Promise<boolean>;
  returnToQueue(rid: string, by: UserDocument): Promise<void>;
  /** `department` also moves it for the next room of this visitor. */
  setCustomFields(rid: string, fields: Record<string, unknown>): RoomDocument;
}
