import type { IMessageRaw } from '@rocket.chat/apps-engine/definition/messages/IMessageRaw';
import type { MessageDocument } from '../../workspace/documents/MessageDocument';
import type { ServerTraits } from '../../server/serverTraits';
import { attachmentToApp } from '../converters/attachmentToApp';
import { readEngineShape } from '../converters/readEngineShape';

/** A message as lists give it to apps: with the room's id, and people as references. */
export function rawMessage(message: MessageDocument, { filesReachApps }: ServerTraits): IMessageRaw {
  return readEngineShape<IMessageRaw>({
    id: message._id,
    roomId: message.rid,
    sender: message.u,
    text: message.msg,
    createdAt: message.ts,
    updatedAt: message._updatedAt,
    threadId: message.tmid,
    editor: message.editedBy,
    editedAt: message.editedAt,
    emoji: message.emoji,
    avatarUrl: message.avatar,
    alias: message.alias,
    file: message.file,
    files: filesReachApps ? message.files : undefined,
    attachments: message.attachments?.map(attachmentToApp),
    reactions: message.reactions,
    groupable: message.groupable,
    parseUrls: message.parseUrls,
    customFields: message.customFields,
    blocks: message.blocks,
    type: message.t,
    token: message.token,
  });
}
