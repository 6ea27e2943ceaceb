import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import type { Reaction } from '@rocket.chat/apps-engine/definition/messages/IMessageReaction';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/IRoom';
import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads/IUpload';
import type { IUploadDetails } from '@rocket.chat/apps-engine/definition/uploads/IUploadDetails';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import type { ITypingDescriptor } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import { MessageBridge } from '@rocket.chat/apps-engine/server/bridges/MessageBridge';
import { ThreadBridge } from '@rocket.chat/apps-engine/server/bridges/ThreadBridge';
import { UploadBridge } from '@rocket.chat/apps-engine/server/bridges/UploadBridge';
import { createId } from '../../store/createId';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import { messageFromApp } from '../converters/fromApp';
import { readEngineShape } from '../readEngineShape';
import type { BridgeParts } from './BridgeParts';

/** Messages of people and bots, for apps. */
export class WorkbenchMessageBridge extends MessageBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async create(message: IMessage): Promise<string> {
    const { rooms, messages } = this.#parts.workspace;
    const room = rooms.find(message.room.id);
    if (!room) throw new Error('Invalid room provided on the message.');
    const sent = await messages.send(this.#user(message.sender.id), { ...messageFromApp(message), rid: room._id });
    return sent._id;
  }

  protected async getById(messageId: string): Promise<IMessage> {
    const message = this.#parts.workspace.messages.find(messageId);
    return readEngineShape<IMessage>(message && this.#parts.converters.message(message));
  }

  protected async update(message: IMessage): Promise<void> {
    if (!message.editor) throw new Error('Invalid editor assigned to the message for the update.');
    if (message.id === undefined || !this.#parts.workspace.messages.find(message.id)) {
      throw new Error('A message must exist to update.');
    }
    const editor = this.#parts.workspace.users.find(message.editor.id);
    if (!editor) throw new Error('Could not find message editor');
    const { ts: _, ...changes } = messageFromApp(message);
    await this.#parts.workspace.messages.update(editor, message.id, changes);
  }

  protected async delete(message: IMessage, user: IUser): Promise<void> {
    if (message.id === undefined) throw new Error('Invalid message id');
    await this.#parts.workspace.messages.remove(this.#user(user.id), message.id);
  }

  protected async notifyUser(user: IUser, message: IMessage): Promise<void> {
    this.#parts.workspace.messages.showOnlyTo(user.id, this.#ephemeral(message, message.room.id));
  }

  protected async notifyRoom(room: IRoom, message: IMessage): Promise<void> {
    const shown = this.#ephemeral(message, room.id);
    for (const { _id } of this.#parts.workspace.rooms.members(room.id)) {
      this.#parts.workspace.messages.showOnlyTo(_id, shown);
    }
  }

  protected async typing({ id, username, isTyping }: ITypingDescriptor): Promise<void> {
    this.#parts.workspace.events.publish({
      type: 'typing',
      rid: id,
      username: username ?? '',
      isTyping,
      audience: { kind: 'room', rid: id },
    });
  }

  protected async addReaction(messageId: string, userId: string, reaction: Reaction): Promise<void> {
    this.#needsUpdater();
    await this.#parts.workspace.messages.react(this.#user(userId), messageId, reaction, true);
  }

  protected async removeReaction(messageId: string, userId: string, reaction: Reaction): Promise<void> {
    this.#needsUpdater();
    await this.#parts.workspace.messages.react(this.#user(userId), messageId, reaction, false);
  }

  /** Before 8.4 the sandbox has no `getMessageUpdater` (PR 39883); an app gets the same error a moment later. */
  #needsUpdater(): void {
    if (!this.#parts.workspace.traits.reactsByUpdater) {
      throw new Error('modify.getUpdater(...).getMessageUpdater is not a function');
    }
  }

  #user(id: string): UserDocument {
    const user = this.#parts.workspace.users.find(id);
    if (!user) throw new Error('Invalid user provided.');
    return user;
  }

  #ephemeral(message: IMessage, rid: string): MessageDocument {
    const { _id, username, name } = this.#user(message.sender.id);
    const now = new Date();
    return {
      msg: '',
      ts: now,
      ...messageFromApp(message),
      // Passed on unchanged: in the client a second one with the same id replaces the first.
      _id: message.id ?? createId(),
      rid,
      u: { _id, username, name },
      _updatedAt: now,
    };
  }
}

/** A thread's messages, its first one included, oldest first. */
export class WorkbenchThreadBridge extends ThreadBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(messageId: string): Promise<IMessage[]> {
    const { messages } = this.#parts.workspace;
    const first = messages.find(messageId);
    return [...(first ? [first] : []), ...messages.thread(messageId)].map((m) => this.#parts.converters.message(m));
  }
}

/** Files, for apps. An upload posts the file as a separate message without text. */
export class WorkbenchUploadBridge extends UploadBridge {
  readonly #parts: BridgeParts;

  constructor(parts: BridgeParts) {
    super();
    this.#parts = parts;
  }

  protected async getById(id: string): Promise<IUpload> {
    const upload = this.#parts.workspace.uploads.find(id);
    return readEngineShape<IUpload>(upload && this.#parts.converters.upload(upload));
  }

  protected async getBuffer(upload: IUpload): Promise<Buffer> {
    const bytes = this.#parts.workspace.uploads.bytes(upload.id);
    if (!bytes) throw new Error('Unknown error');
    return bytes;
  }

  protected async createUpload(details: IUploadDetails, buffer: Buffer): Promise<IUpload> {
    const { uploads, users, visitors } = this.#parts.workspace;
    const { name, rid, userId, visitorToken } = details;
    const visitor = visitorToken ? visitors.findByToken(visitorToken) : undefined;
    const user = userId ? users.find(userId) : undefined;
    const by = visitor ? { visitor } : user && { user };
    if (!by) throw new Error('Missing user to perform the upload operation');
    const { upload } = await uploads.storeAndPost({ bytes: buffer, name, rid, by });
    return this.#parts.converters.upload(upload);
  }
}
