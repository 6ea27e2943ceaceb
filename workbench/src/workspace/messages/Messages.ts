import type { MessageDocument } from '../documents/MessageDocument';
import type { UserDocument } from '../documents/UserDocument';
import type { VisitorDocument } from '../documents/VisitorDocument';

export interface MessagePage {
  /** Newest first. */
  messages: MessageDocument[];
  /** How many the room has in all. */
  total: number;
}

/** Messages of all rooms. */
export interface Messages {
  find(id: string): MessageDocument | undefined;
  history(rid: string, page?: { count?: number; offset?: number; before?: Date; after?: Date }): MessagePage;
  thread(tmid: string): MessageDocument[];
  /**
   * Posts as a user: apps may prevent or change it first, and hear of it after. Throws `error-invalid-room`,
   * `error-not-allowed`, `error-message-size-exceeded`, `error-message-ts-out-of-sync` for a `ts` more than a minute off, and
   * `room_is_closed` for a closed conversation.
   */
  send(user: UserDocument, draft: MessageDraft): Promise<MessageDocument>;
  /**
   * As `send`, for a draft that a client may give again because it did not hear the answer: when a message has its `_id`
   * already, apps are asked as always, and then nothing happens and nobody is told.
   */
  sendOnce(user: UserDocument, draft: MessageDraft): Promise<MessageDocument | undefined>;
  /** Posts as the room's visitor (token checked). Throws `error-room-closed`, `error-contact-channel-blocked`. */
  sendAsVisitor(visitor: VisitorDocument, draft: MessageDraft): Promise<MessageDocument>;
  /** Posts a system message of type `t`; `msg` is its parameter, as Rocket.Chat has it. */
  sendSystem(
    rid: string,
    t: string,
    user: MessageDocument['u'],
    extra?: Partial<MessageDraft> & { token?: string },
  ): Promise<MessageDocument>;
  /** Edits: sets `editedAt` / `editedBy`. Throws `error-action-not-allowed`. */
  update(
    editor: Pick<UserDocument, '_id' | 'username'>,
    id: string,
    changes: Partial<Omit<MessageDocument, '_id' | 'rid' | 'u' | 'ts'>>,
  ): Promise<MessageDocument>;
  remove(user: UserDocument, id: string): Promise<void>;
  /** `emoji` as `:name:`. Without `shouldReact` it toggles. Throws `error-not-allowed`, `error-invalid-message`. */
  react(user: UserDocument, id: string, emoji: string, shouldReact?: boolean): Promise<MessageDocument>;
  /** Shows a message to one user alone; nothing is stored. */
  showOnlyTo(userId: string, message: MessageDocument): void;
}

/** The fields of a message that a sender may set. Without `ts` the time is now. */
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
