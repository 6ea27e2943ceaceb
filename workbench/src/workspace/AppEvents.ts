import type { MessageDocument } from './documents/MessageDocument';
import type { RoomDocument } from './documents/RoomDocument';
import type { UserDocument } from './documents/UserDocument';
import type { VisitorDocument } from './documents/VisitorDocument';

/** The events at which apps are asked (they may refuse or change something) or told. The engine host implements it. */
export interface AppEvents {
  /** Throws `error-app-prevented` when an app refuses; otherwise the message as apps want it. */
  beforeMessageSent(message: MessageDocument): Promise<MessageDocument>;
  beforeMessageUpdated(message: MessageDocument): Promise<MessageDocument>;
  beforeMessageRemoved(message: MessageDocument): Promise<void>;
  /** Throws what the app threw. */
  beforeLivechatRoomCreated(room: { visitor: VisitorDocument; source: RoomDocument['source'] }): Promise<void>;
  beforeFileUploaded(
    file: { name: string; size: number; type: string; rid: string; userId?: string; visitorToken?: string },
    bytes: Buffer,
  ): Promise<void>;

  messageSent(message: MessageDocument): void;
  messageUpdated(message: MessageDocument, previous: MessageDocument): void;
  messageRemoved(message: MessageDocument, user: UserDocument): void;
  messageReacted(message: MessageDocument, user: UserDocument, emoji: string, isReacted: boolean): void;
  roomCreated(room: RoomDocument): void;
  roomRemoved(room: RoomDocument): void;
  userJoined(room: RoomDocument, user: UserDocument, inviter?: UserDocument): void;
  userLeft(room: RoomDocument, user: UserDocument): void;
  livechatRoomStarted(room: RoomDocument): void;
  livechatRoomClosed(room: RoomDocument): void;
  livechatRoomSaved(room: RoomDocument): void;
  livechatAgentAssigned(room: RoomDocument, agent: UserDocument): void;
  livechatAgentUnassigned(room: RoomDocument, agent: UserDocument): void;
  livechatRoomTransferred(room: RoomDocument, kind: 'agent' | 'department', from: string | undefined, to: string): void;
  livechatGuestSaved(visitor: VisitorDocument): void;
  userStatusChanged(user: UserDocument, previous: UserDocument['status']): void;
}

const nothing = (): void => undefined;

/** Without apps: nothing is refused, changed or reported. */
export const silentApps: AppEvents = {
  beforeMessageSent: async (message) => message,
  beforeMessageUpdated: async (message) => message,
  beforeMessageRemoved: async () => undefined,
  beforeLivechatRoomCreated: async () => undefined,
  beforeFileUploaded: async () => undefined,
  messageSent: nothing,
  messageUpdated: nothing,
  messageRemoved: nothing,
  messageReacted: nothing,
  roomCreated: nothing,
  roomRemoved: nothing,
  userJoined: nothing,
  userLeft: nothing,
  livechatRoomStarted: nothing,
  livechatRoomClosed: nothing,
  livechatRoomSaved: nothing,
  livechatAgentAssigned: nothing,
  livechatAgentUnassigned: nothing,
  livechatRoomTransferred: nothing,
  livechatGuestSaved: nothing,
  userStatusChanged: nothing,
};
