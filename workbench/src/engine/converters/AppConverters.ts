import type { IDepartment } from '@rocket.chat/apps-engine/definition/livechat/IDepartment';
import type { ILivechatContact } from '@rocket.chat/apps-engine/definition/livechat/ILivechatContact';
import type { ILivechatRoom } from '@rocket.chat/apps-engine/definition/livechat/ILivechatRoom';
import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat/IVisitor';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import type { IRoom } from '@rocket.chat/apps-engine/definition/rooms/IRoom';
import { RoomType } from '@rocket.chat/apps-engine/definition/rooms/RoomType';
import type { ISetting } from '@rocket.chat/apps-engine/definition/settings/ISetting';
import { SettingType } from '@rocket.chat/apps-engine/definition/settings/SettingType';
import type { IUpload } from '@rocket.chat/apps-engine/definition/uploads/IUpload';
import { StoreType } from '@rocket.chat/apps-engine/definition/uploads/StoreType';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import { UserStatusConnection } from '@rocket.chat/apps-engine/definition/users/UserStatusConnection';
import { UserType } from '@rocket.chat/apps-engine/definition/users/UserType';
import type { ContactDocument, VisitorDocument } from '../../workspace/documents/VisitorDocument';
import type { DepartmentDocument } from '../../workspace/documents/DepartmentDocument';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import type { RoomDocument } from '../../workspace/documents/RoomDocument';
import type { SettingDocument } from '../../workspace/documents/SettingDocument';
import type { UploadDocument } from '../../workspace/documents/UploadDocument';
import type { UserDocument } from '../../workspace/documents/UserDocument';
import type { Workspace } from '../../workspace/Workspace';
import { attachmentToApp } from './attachmentToApp';
import { readEngineShape } from '../readEngineShape';

const ROOM_TYPES = {
  c: RoomType.CHANNEL,
  p: RoomType.PRIVATE_GROUP,
  d: RoomType.DIRECT_MESSAGE,
  l: RoomType.LIVE_CHAT,
};

const USER_TYPES = { user: UserType.USER, bot: UserType.BOT, app: UserType.APP };

const CONNECTIONS = {
  online: UserStatusConnection.ONLINE,
  away: UserStatusConnection.AWAY,
  busy: UserStatusConnection.BUSY,
  offline: UserStatusConnection.OFFLINE,
};

const SETTING_TYPES = {
  string: SettingType.STRING,
  boolean: SettingType.BOOLEAN,
  int: SettingType.NUMBER,
  select: SettingType.SELECT,
  relativeUrl: SettingType.STRING,
  password: SettingType.PASSWORD,
};

/** Converts stored documents to the apps' shape, like the real server's converters. */
export class AppConverters {
  readonly #workspace: Workspace;

  constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  user(user: UserDocument): IUser {
    return {
      id: user._id,
      username: user.username,
      emails: user.emails ?? [],
      type: USER_TYPES[user.type],
      isEnabled: user.active,
      name: user.name,
      roles: user.roles,
      status: user.status,
      statusConnection: CONNECTIONS[user.status],
      utcOffset: user.utcOffset ?? 0,
      createdAt: user.createdAt,
      updatedAt: user._updatedAt,
      lastLoginAt: user._updatedAt,
      ...(user.appId !== undefined && { appId: user.appId }),
      ...(user.customFields && { customFields: user.customFields }),
      settings: { preferences: user.language === undefined ? {} : { language: user.language } },
    };
  }

  userById(id: string | undefined): IUser | undefined {
    const user = id === undefined ? undefined : this.#workspace.users.find(id);
    return user && this.user(user);
  }

  /** A visitor (or a user who is gone) as the sender of a message: what the message itself says. */
  sender({ _id, username, name }: MessageDocument['u']): IUser {
    const unknown = new Date(0);
    return {
      id: _id,
      username,
      name: name ?? username,
      emails: [],
      type: UserType.UNKNOWN,
      isEnabled: true,
      roles: [],
      status: '',
      statusConnection: UserStatusConnection.UNDEFINED,
      utcOffset: 0,
      createdAt: unknown,
      updatedAt: unknown,
      lastLoginAt: unknown,
      settings: { preferences: {} },
    };
  }

  visitor(visitor: VisitorDocument): IVisitor {
    return {
      id: visitor._id,
      username: visitor.username,
      name: visitor.name ?? visitor.username,
      token: visitor.token,
      status: visitor.status ?? 'online',
      updatedAt: visitor._updatedAt,
      ...(visitor.phone && { phone: visitor.phone }),
      ...(visitor.visitorEmails && { visitorEmails: visitor.visitorEmails }),
      ...(visitor.department !== undefined && { department: visitor.department }),
      ...(visitor.livechatData && { livechatData: visitor.livechatData }),
      ...(visitor.externalIds && { externalIds: visitor.externalIds }),
    };
  }

  visitorById(id: string | undefined): IVisitor | undefined {
    const visitor = id === undefined ? undefined : this.#workspace.visitors.find(id);
    return visitor && this.visitor(visitor);
  }

  department(department: DepartmentDocument): IDepartment {
    return {
      id: department._id,
      name: department.name,
      email: department.email,
      description: department.description,
      enabled: department.enabled,
      numberOfAgents: department.numAgents,
      showOnOfflineForm: department.showOnOfflineForm,
      showOnRegistration: department.showOnRegistration,
      updatedAt: department._updatedAt,
    };
  }

  departmentById(id: string | undefined): IDepartment | undefined {
    const department = id === undefined ? undefined : this.#workspace.departments.find(id);
    return department && this.department(department);
  }

  contact(contact: ContactDocument): ILivechatContact {
    return readEngineShape<ILivechatContact>(contact);
  }

  room(room: RoomDocument): IRoom {
    const creator = this.userById(room.u?._id);
    const common = {
      id: room._id,
      displayName: room.fname ?? room.name,
      slugifiedName: room.name ?? '',
      type: ROOM_TYPES[room.t],
      usernames: room.usernames ?? [],
      userIds: room.uids,
      messageCount: room.msgs,
      createdAt: room.ts,
      updatedAt: room._updatedAt,
      lastModifiedAt: room.lm,
      description: room.description,
      customFields: room.customFields,
      livechatData: room.livechatData,
      isDefault: room.default ?? false,
      isReadOnly: room.ro ?? false,
      displaySystemMessages: room.sysMes !== false,
    };
    return readEngineShape<IRoom>({
      ...common,
      ...(creator && { creator }),
      ...(room.t === 'l' && this.#livechat(room)),
      // The engine's room has no such field; the server passes unmapped fields under this name.
      ...(room.archived && { _unmappedProperties_: { archived: true } }),
    });
  }

  livechatRoom(room: RoomDocument): ILivechatRoom {
    return readEngineShape<ILivechatRoom>(this.room(room));
  }

  roomById(id: string | undefined): IRoom | undefined {
    const room = id === undefined ? undefined : this.#workspace.rooms.find(id);
    return room && this.room(room);
  }

  message(message: MessageDocument): IMessage {
    const room = this.roomById(message.rid);
    if (!room) throw new Error(`Message ${message._id} is in no room`);
    const fromVisitor = message.token !== undefined;
    return readEngineShape<IMessage>({
      id: message._id,
      room,
      sender: (fromVisitor ? undefined : this.userById(message.u._id)) ?? this.sender(message.u),
      text: message.msg,
      createdAt: message.ts,
      updatedAt: message._updatedAt,
      ...(message.tmid !== undefined && { threadId: message.tmid }),
      ...(message.editedAt && { editedAt: message.editedAt, editor: this.userById(message.editedBy?._id) }),
      ...(message.emoji !== undefined && { emoji: message.emoji }),
      ...(message.avatar !== undefined && { avatarUrl: message.avatar }),
      ...(message.alias !== undefined && { alias: message.alias }),
      ...(message.file && { file: message.file }),
      ...(this.#workspace.traits.filesReachApps && message.files && { files: message.files }),
      ...(message.attachments && { attachments: message.attachments.map(attachmentToApp) }),
      ...(message.reactions && { reactions: message.reactions }),
      ...(message.groupable !== undefined && { groupable: message.groupable }),
      ...(message.parseUrls !== undefined && { parseUrls: message.parseUrls }),
      ...(message.customFields && { customFields: message.customFields }),
      ...(message.blocks && { blocks: message.blocks }),
      ...(message.t !== undefined && { type: message.t }),
      ...(fromVisitor && { token: message.token }),
      // The server passes unmapped fields under this name.
      ...((message.mentions ?? message.channels) && {
        _unmappedProperties_: { mentions: message.mentions, channels: message.channels },
      }),
    });
  }

  upload(upload: UploadDocument): IUpload {
    const room = this.roomById(upload.rid);
    if (!room) throw new Error(`Upload ${upload._id} is in no room`);
    const visitor = upload.visitorToken && this.#workspace.visitors.findByToken(upload.visitorToken);
    const user = this.userById(upload.userId);
    return readEngineShape<IUpload>({
      id: upload._id,
      name: upload.name,
      size: upload.size,
      type: upload.type,
      extension: upload.extension,
      etag: upload.etag,
      path: upload.path,
      url: upload.url,
      progress: upload.progress,
      uploading: upload.uploading,
      complete: upload.complete,
      updatedAt: upload._updatedAt,
      uploadedAt: upload.uploadedAt,
      store: StoreType.GridFS,
      room,
      ...(upload.description !== undefined && { description: upload.description }),
      ...(user && { user }),
      ...(visitor && { visitor: this.visitor(visitor) }),
    });
  }

  setting(setting: SettingDocument): ISetting {
    return {
      id: setting._id,
      type: SETTING_TYPES[setting.type],
      packageValue: setting.packageValue,
      value: setting.value,
      required: false,
      public: setting.public,
      hidden: setting.hidden,
      values: setting.values,
      i18nLabel: setting.i18nLabel,
      createdAt: setting.ts,
      updatedAt: setting._updatedAt,
    };
  }

  #livechat(room: RoomDocument): Partial<ILivechatRoom> {
    const visitor = this.visitorById(room.v?._id);
    const contact = room.contactId === undefined ? undefined : this.#workspace.contacts.find(room.contactId);
    return {
      visitor,
      visitorChannelInfo: { phone: room.v?.phone, lastMessageTs: room.v?.lastMessageTs },
      department: this.departmentById(room.departmentId),
      servedBy: this.userById(room.servedBy?._id),
      responseBy: this.userById(room.responseBy?._id),
      closer: room.closer,
      closedBy: this.userById(room.closedBy?._id),
      closedAt: room.closedAt,
      isWaitingResponse: room.waitingResponse ?? false,
      isOpen: room.open ?? false,
      source: room.source && readEngineShape<NonNullable<ILivechatRoom['source']>>(room.source),
      contact: contact && this.contact(contact),
    };
  }
}
