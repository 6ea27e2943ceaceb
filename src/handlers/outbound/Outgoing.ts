import type { Connection } from '../dialog360/Connection';
import type { Conversation } from '../omnichannel/conversations/conversations';
import type { OutboxEntry, Watcher } from '../core/records/Entry';
import type { ConnectedNumber } from '../numbers/numbers';
import type { OfferedOption } from '../whatsapp/quickReplies';
import type { SendKind } from './canSend';

/** The body for `POST /messages` without its address: `{ type: 'text', text: … }`. */
export type Content = { type: string } & Record<string, unknown>;

/** One of the WhatsApp messages that a message becomes. */
export interface Piece {
  /** Knows the same piece again when the message is sent again. */
  id: string;
  /** Its file is brought to Meta first, which may take two minutes. */
  hasFile: boolean;
  /** Another piece of the same message comes after it. */
  isFollowed?: boolean;
  /** The quick replies that it offers. */
  options?: OfferedOption[];
  /** They stand in its text, numbered. */
  isNumbered?: boolean;
  /**
   * What goes out. Called when its record is written.
   *
   * @throws AppError when a file could not be brought to Meta
   */
  content(connection: Connection): Promise<Content>;
}

/** The recipient of a message: a customer with a conversation, or somebody who has never written. */
export type Recipient = Pick<Conversation, 'number' | 'customer' | 'waId' | 'userId'>;

/** One WhatsApp message to be sent, and what it stands for in Rocket.Chat. */
export interface Outgoing {
  number: ConnectedNumber;
  conversation: Recipient;
  /** '' where there is none, as when nobody is available. */
  roomId: string;
  /** Rocket.Chat's id of the message; absent for texts that the app sends by itself. */
  messageId?: string;
  /** The key of its records: the message's id, or the kind of automatic text. */
  about: string;
  piece: Piece;
  /** When the message was posted in Rocket.Chat, epoch milliseconds, and who is shown what becomes of it. */
  postedAt?: number;
  /** A normal form of its text, made by `wordsOf`. */
  words?: string;
  watchers?: Watcher[];
  /** The position of this WhatsApp message, from 0, where an agent's message is sent as several. Absent where it is the only one. */
  part?: OutboxEntry['part'];
  /** The facts that the gate was asked with, and is asked with again before a later attempt. */
  gate: SendKind;
  /**
   * Asked when its record is written: something else has taken its place since, so it is not sent. Two that ask it of each
   * other at the same moment both have their records by then.
   */
  isOutdated?: () => Promise<boolean>;
  /** Its place among what goes to the customer, epoch milliseconds; now where it is absent. */
  queuedAt?: number;
  /** It comes right behind a piece of the same message that was sent. */
  follows?: boolean;
  /** The record that says that the message waits. */
  resumes?: OutboxEntry;
  /** For an agent's reaction: the emoji, or '' when it was removed. `messageId` is the message that it belongs to. */
  reacted?: string;
  /** The text that a failure card quotes when no message in Rocket.Chat holds it. */
  text?: string;
  /** It holds a one-time code: what went out is not kept, and not sent again after WhatsApp failed at it. */
  isSecret?: boolean;
  /** The name of the template that it is sent with. */
  template?: string;
  /** The wamid that this answers to. */
  quotes?: string;
  /** The id of the user who sent it, where no message tells that. */
  sentBy?: string;
  /**
   * Gets the reason of a failure, and returns whether it has reported the failure. If not, the app reports it to the room,
   * the agent or the setup channel.
   */
  failed?: (error: unknown) => boolean;
  /** Gets WhatsApp's id of the message, when WhatsApp takes it at once. */
  taken?: (wamid: string) => void;
}
