import type { IVisitor } from '@rocket.chat/apps-engine/definition/livechat/IVisitor';
import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import { createId } from '../../store/createId';
import type { AttachmentDocument } from '../../workspace/documents/MessageDocument';
import type { VisitorDocument } from '../../workspace/documents/VisitorDocument';
import type { MessageDraft } from '../../workspace/messages/Messages';

/**
 * The fields that an app set on a message. Unset fields, and those that became null on the way, are left out. The app's
 * time becomes the message's time in the room; its id is ignored.
 */
export function messageFromApp(message: Partial<IMessage>): Omit<MessageDraft, '_id' | 'rid'> {
  const fields: Record<string, unknown> = {
    msg: message.text,
    ts: message.createdAt,
    tmid: message.threadId,
    alias: message.alias,
    avatar: message.avatarUrl,
    emoji: message.emoji,
    groupable: message.groupable,
    parseUrls: message.parseUrls,
    customFields: message.customFields,
    attachments: message.attachments?.map(attachmentFromApp),
    blocks: message.blocks?.map((block) => ({ ...block })),
    reactions: message.reactions,
    file: message.file,
    files: message.files,
    // Only a date makes a message count as edited (`isEditedMessage`).
    ...(message.editor && message.editedAt instanceof Date && edited(message.editor, message.editedAt)),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function edited({ id: _id, username }: IUser, editedAt: Date): Pick<MessageDraft, 'editedAt' | 'editedBy'> {
  return { editedAt, editedBy: { _id, username } };
}

/** The stored name of each of the apps' fields whose names differ. */
const NAMES: Record<string, string> = {
  timestampLink: 'message_link',
  thumbnailUrl: 'thumb_url',
  imageDimensions: 'image_dimensions',
  imagePreview: 'image_preview',
  imageUrl: 'image_url',
  imageType: 'image_type',
  imageSize: 'image_size',
  audioUrl: 'audio_url',
  audioType: 'audio_type',
  audioSize: 'audio_size',
  videoUrl: 'video_url',
  videoType: 'video_type',
  videoSize: 'video_size',
  actionButtonsAlignment: 'button_alignment',
};

function part(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

/** An attachment as messages store it, from the apps' shape. What an app left out is left out. */
function attachmentFromApp(attachment: object): AttachmentDocument {
  const { title, author, timestamp, ...rest }: Record<string, unknown> = { ...attachment };
  const fields: Record<string, unknown> = {
    title: part(title, 'value'),
    title_link: part(title, 'link'),
    title_link_download: part(title, 'displayDownloadLink'),
    author_name: part(author, 'name'),
    author_link: part(author, 'link'),
    author_icon: part(author, 'icon'),
    ts: timestamp instanceof Date ? timestamp.toJSON() : timestamp,
  };
  for (const [name, value] of Object.entries(rest)) fields[NAMES[name] ?? name] = value;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

/** A visitor from an app: the app's values count, not the stored ones. */
export function visitorFromApp(visitor: IVisitor): VisitorDocument {
  const now = new Date();
  return {
    _id: visitor.id ?? createId(),
    token: visitor.token,
    username: visitor.username,
    status: visitor.status ?? 'online',
    ts: now,
    _updatedAt: visitor.updatedAt ?? now,
    ...(visitor.name && { name: visitor.name }),
    ...(visitor.phone && { phone: visitor.phone }),
    ...(visitor.visitorEmails && { visitorEmails: visitor.visitorEmails }),
    ...(visitor.department && { department: visitor.department }),
    ...(visitor.livechatData && { livechatData: visitor.livechatData }),
    ...(visitor.externalIds && { externalIds: visitor.externalIds }),
  };
}
