import type { IMessage } from '@rocket.chat/apps-engine/definition/messages/IMessage';
import type { IUser } from '@rocket.chat/apps-engine/definition/users/IUser';
import type { MessageDraft } from '../../workspace/messages/MessageDraft';
import { attachmentFromApp } from './attachmentFromApp';

/**
 * What an app set on a message; what it did not set (or what became null on its way here) is left out. The time that
 * the app gave it stays the message's time in the room; an id is not taken over.
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
    // Only a date makes a message an edited one (`isEditedMessage`).
    ...(message.editor && message.editedAt instanceof Date && edited(message.editor, message.editedAt)),
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined && value !== null));
}

function edited({ id: _id, username }: IUser, editedAt: Date): Pick<MessageDraft, 'editedAt' | 'editedBy'> {
  return { editedAt, editedBy: { _id, username } };
}
