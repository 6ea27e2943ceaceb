import type { Connection } from '../dialog360/Connection';
import type { Conversation } from '../omnichannel/conversations/conversations';
import type { OutboxEntry, Watcher } from '../core/records/Entry';
import type { ConnectedNumber } from '../numbers/numbers';
import type { OfferedOption } from '../whatsapp/quickReplies';
import type { SendKind } from './canSend';

/** The body for `POST /messages` without its recipient: `{ type: 'text', text: … }`. */
export type Content = { type: string } & Record<string, unknown>;

/** One of the WhatsApp messages that a message becomes. */
export interface Piece {
  /** Identifies the same part when the message is sent again. */
  id: string;
  /** Its file is uploaded to Meta first, which may take two minutes. */
  hasFile: boolean;
  /** Whether another part of the same message follows. */
  isFollowed?: boolean;
  /** The quick replies that it offers. */
  options?: OfferedOption[];
  /** Whether they are numbered lines of its text. */
  isNumbered?: boolean;
  /**
   * Makes the body of the request. For a file, it is called after the message's record was stored, because the upload
   * takes a while.
   *
   * @throws AppError when a file could not be uploaded to Meta
   */
  content(connection: Connection): Promise<Content>;
}

/** The recipient of a message: a customer with a conversation, or somebody who has never written. */
export type Recipient = Pick<Conversation, 'number' | 'customer' | 'waId' | 'userId'>;

/** One WhatsApp message to send, and its message in Rocket.Chat. */
export interface Outgoing {
  number: ConnectedNumber;
  conversation: Recipient;
  /** '' when there is no room, for instance because no agent is available. */
  roomId: string;
  /** Rocket.Chat's id of the message; absent for texts that the app sends by itself. */
  messageId?: string;
  /** The key of its records: the message's id, or the kind of automatic text. */
  about: string;
  piece: Piece;
  /** When the message was posted in Rocket.Chat, epoch milliseconds, and the users who are shown its status. */
  postedAt?: number;
  /** A normalised form of its text, made by `wordsOf`. */
  words?: string;
  watchers?: Watcher[];
  /**
   * The position of this WhatsApp message, from 0, when an agent's message is sent as several. Absent when it is the
   * only one.
   */
  part?: OutboxEntry['part'];
  /** The facts that `canSend` was called with. It is called with them again before a later attempt. */
  gate: SendKind;
  /**
   * Called with its record after that was stored: returns true when another message has replaced it, or another instance
   * sends it, so that it is not sent. When two do that at the same moment, both have their records by then.
   */
  isOutdated?: (own: OutboxEntry) => Promise<boolean>;
  /** Its place in the customer's queue, epoch milliseconds; the default is now. */
  queuedAt?: number;
  /** Whether it directly follows a part of the same message that was sent. */
  follows?: boolean;
  /** The id of the record of a waiting message. */
  resumes?: OutboxEntry;
  /** For an agent's reaction: the emoji, or '' when it was removed. `messageId` is the message that it belongs to. */
  reacted?: string;
  /** The text that a failure card quotes when no message in Rocket.Chat holds it. */
  text?: string;
  /** Whether it holds a one-time code. Its body is not kept, and it is not sent again after a failure of WhatsApp. */
  isSecret?: boolean;
  /** The name of its template. */
  template?: string;
  /** The wamid of the message that it answers. */
  quotes?: string;
  /** The id of the user who sent it, if no message names them. */
  sentBy?: string;
  /**
   * Is called with the reason of a failure, and returns whether it reported the failure. If not, the app reports it in
   * the room, to the agent or in the setup channel.
   */
  failed?: (error: unknown) => boolean;
  /** Is called with WhatsApp's id of the message when WhatsApp accepts it at once. */
  taken?: (wamid: string) => void;
}
