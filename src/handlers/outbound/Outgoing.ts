import type { Conversation } from '../records/conversations';
import type { ConnectedNumber } from '../records/numbers';

/** One WhatsApp message to be sent, and what it stands for in Rocket.Chat. */
export interface Outgoing {
  number: ConnectedNumber;
  conversation: Conversation;
  roomId: string;
  /** Rocket.Chat's id of the message; absent for texts that the app sends by itself. */
  messageId?: string;
  /** The body for `POST /messages` without its address: `{ type: 'text', text: … }`. */
  content: { type: string } & Record<string, unknown>;
  /** The wamid that this answers to. */
  quotes?: string;
}
