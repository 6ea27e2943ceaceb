import { randomUUID } from 'node:crypto';
import { unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LivechatTransferEventType } from '@rocket.chat/apps-engine/definition/livechat/ILivechatTransferEventContext';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import { AppInterface } from '@rocket.chat/apps-engine/definition/metadata/AppInterface';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { AppEvents } from '../workspace/AppEvents';
import { WorkspaceError } from '../workspace/WorkspaceError';
import type { MessageDocument } from '../workspace/documents/MessageDocument';
import type { RoomDocument } from '../workspace/documents/RoomDocument';
import type { UserDocument } from '../workspace/documents/UserDocument';
import type { VisitorDocument } from '../workspace/documents/VisitorDocument';
import type { AppConverters } from './converters/AppConverters';
import { messageFromApp } from './converters/fromApp';
import { readEngineShape } from './readEngineShape';
import type { ListenerCalls } from './ListenerCalls';

/** Tells apps about events of the workspace, and asks them before, in the apps' own shapes. */
export class AppListeners implements AppEvents {
  readonly #manager: AppManager;
  readonly #converters: AppConverters;
  readonly #calls: ListenerCalls;

  constructor(manager: AppManager, converters: AppConverters, calls: ListenerCalls) {
    this.#manager = manager;
    this.#converters = converters;
    this.#calls = calls;
  }

  async beforeMessageSent(message: MessageDocument): Promise<MessageDocument> {
    return this.#before(message, [
      AppInterface.IPreMessageSentPrevent,
      AppInterface.IPreMessageSentExtend,
      AppInterface.IPreMessageSentModify,
    ]);
  }

  async beforeMessageUpdated(message: MessageDocument): Promise<MessageDocument> {
    return this.#before(message, [
      AppInterface.IPreMessageUpdatedPrevent,
      AppInterface.IPreMessageUpdatedExtend,
      AppInterface.IPreMessageUpdatedModify,
    ]);
  }

  async beforeMessageRemoved(message: MessageDocument): Promise<void> {
    if (!this.#calls.isAwaited(AppInterface.IPreMessageDeletePrevent)) return;
    const prevented = await this.#calls.ask(AppInterface.IPreMessageDeletePrevent, this.#converters.message(message));
    if (prevented === true)
      throw new WorkspaceError('error-app-prevented-deleting', 'A Rocket.Chat App prevented the message deleting.');
  }

  async beforeLivechatRoomCreated(room: { visitor: VisitorDocument; source: RoomDocument['source'] }): Promise<void> {
    if (!this.#calls.isAwaited(AppInterface.IPreLivechatRoomCreatePrevent)) return;
    await this.#calls.ask(AppInterface.IPreLivechatRoomCreatePrevent, {
      visitor: this.#converters.visitor(room.visitor),
      source: room.source,
    });
  }

  async beforeFileUploaded(
    file: { name: string; size: number; type: string; rid: string; userId?: string; visitorToken?: string },
    bytes: Buffer,
  ): Promise<void> {
    if (!this.#calls.isAwaited(AppInterface.IPreFileUpload)) return;
    const path = join(this.#manager.getTempFilePath(), randomUUID());
    await writeFile(path, bytes);
    try {
      await this.#calls.ask(AppInterface.IPreFileUpload, { file: { ...file, userId: file.userId ?? '' }, path });
    } finally {
      await unlink(path);
    }
  }

  messageSent(message: MessageDocument): void {
    const event = message.t === undefined ? AppInterface.IPostMessageSent : AppInterface.IPostSystemMessageSent;
    this.#calls.tell(event, () => this.#converters.message(message));
  }

  messageUpdated(message: MessageDocument): void {
    this.#calls.tell(AppInterface.IPostMessageUpdated, () => this.#converters.message(message));
  }

  messageRemoved(message: MessageDocument, user: UserDocument): void {
    this.#calls.tell(AppInterface.IPostMessageDeleted, () => ({
      message: this.#converters.message(message),
      user: this.#converters.user(user),
    }));
  }

  messageReacted(message: MessageDocument, user: UserDocument, emoji: string, isReacted: boolean): void {
    this.#calls.tell(AppInterface.IPostMessageReacted, () => ({
      message: this.#converters.message(message),
      user: this.#converters.user(user),
      reaction: emoji,
      isReacted,
    }));
  }

  roomCreated(room: RoomDocument): void {
    this.#calls.tell(AppInterface.IPostRoomCreate, () => this.#converters.room(room));
  }

  roomRemoved(room: RoomDocument): void {
    this.#calls.tell(AppInterface.IPostRoomDeleted, () => this.#converters.room(room));
  }

  userJoined(room: RoomDocument, user: UserDocument, inviter?: UserDocument): void {
    this.#calls.tell(AppInterface.IPostRoomUserJoined, () => ({
      room: this.#converters.room(room),
      joiningUser: this.#converters.user(user),
      ...(inviter && { inviter: this.#converters.user(inviter) }),
    }));
  }

  userLeft(room: RoomDocument, user: UserDocument): void {
    this.#calls.tell(AppInterface.IPostRoomUserLeave, () => ({
      room: this.#converters.room(room),
      leavingUser: this.#converters.user(user),
    }));
  }

  livechatRoomStarted(room: RoomDocument): void {
    this.#calls.tell(AppInterface.IPostLivechatRoomStarted, () => this.#converters.room(room));
  }

  /** Both events, including the deprecated one: an app with both handlers gets both. */
  livechatRoomClosed(room: RoomDocument): void {
    this.#calls.tell(AppInterface.ILivechatRoomClosedHandler, () => this.#converters.room(room));
    this.#calls.tell(AppInterface.IPostLivechatRoomClosed, () => this.#converters.room(room));
  }

  livechatRoomSaved(room: RoomDocument): void {
    this.#calls.tell(AppInterface.IPostLivechatRoomSaved, () => this.#converters.room(room));
  }

  livechatAgentAssigned(room: RoomDocument, agent: UserDocument): void {
    this.#calls.tell(AppInterface.IPostLivechatAgentAssigned, () => this.#agentContext(room, agent));
  }

  livechatAgentUnassigned(room: RoomDocument, agent: UserDocument): void {
    this.#calls.tell(AppInterface.IPostLivechatAgentUnassigned, () => this.#agentContext(room, agent));
  }

  livechatRoomTransferred(
    room: RoomDocument,
    kind: 'agent' | 'department',
    from: string | undefined,
    to: string,
  ): void {
    const find = (id: string | undefined) =>
      kind === 'agent' ? this.#converters.userById(id) : this.#converters.departmentById(id);
    this.#calls.tell(AppInterface.IPostLivechatRoomTransferred, () => ({
      type: kind === 'agent' ? LivechatTransferEventType.AGENT : LivechatTransferEventType.DEPARTMENT,
      room: this.#converters.room(room),
      from: find(from),
      to: find(to),
    }));
  }

  livechatGuestSaved(visitor: VisitorDocument): void {
    this.#calls.tell(AppInterface.IPostLivechatGuestSaved, () => this.#converters.visitor(visitor));
  }

  userStatusChanged(user: UserDocument, previous: UserDocument['status']): void {
    this.#calls.tell(AppInterface.IPostUserStatusChanged, () => ({
      user: this.#converters.user(user),
      currentStatus: user.status,
      previousStatus: previous,
    }));
  }

  #agentContext(room: RoomDocument, agent: UserDocument) {
    return { room: this.#converters.livechatRoom(room), agent: this.#converters.user(agent) };
  }

  /** Asks apps whether a message may be posted, then lets them extend and change it. */
  async #before(
    message: MessageDocument,
    [prevent, extend, modify]: [AppInterface, AppInterface, AppInterface],
  ): Promise<MessageDocument> {
    if (this.#calls.isAwaited(prevent)) {
      const prevented = await this.#calls.ask(prevent, this.#converters.message(message));
      if (prevented === true) {
        throw new WorkspaceError('error-app-prevented-sending', 'A Rocket.Chat App prevented the message sending.');
      }
    }
    let wanted = message;
    for (const event of [extend, modify]) {
      if (!this.#calls.isAwaited(event)) continue;
      const answer = await this.#calls.ask(event, this.#converters.message(wanted));
      if (typeof answer === 'object' && answer !== null) {
        wanted = { ...wanted, ...messageFromApp(readEngineShape<IMessage>(answer)) };
      }
    }
    return wanted;
  }
}
