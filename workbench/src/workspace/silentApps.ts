import type { AppEvents } from './AppEvents';

const nothing = (): void => undefined;

/** No apps: nobody refuses, changes or hears of anything. */
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
