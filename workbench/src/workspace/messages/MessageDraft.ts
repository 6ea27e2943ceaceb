import type { MessageDocument } from '../documents/MessageDocument';

/** What a sender may decide about a message. Without `ts`: now. */
export type MessageDraft = Pick<MessageDocument, 'rid'> &
  Partial<
    Pick<
      MessageDocument,
      | '_id'
      | 'msg'
      | 'ts'
      | 't'
      | 'alias'
      | 'avatar'
      | 'emoji'
      | 'groupable'
      | 'parseUrls'
      | 'attachments'
      | 'blocks'
      | 'file'
      | 'files'
      | 'reactions'
      | 'tmid'
      | 'customFields'
      | 'bot'
      | 'role'
      | 'comment'
      | 'transferData'
      | 'editedAt'
      | 'editedBy'
    >
  >;
