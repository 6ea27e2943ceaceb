/** A file's message in a room. */
export interface PostedFile {
  /** Rocket.Chat's id of the message; absent where the server lets nobody look for it. */
  messageId?: string;
  /** Rocket.Chat's time of the message, epoch milliseconds. */
  storedAt: number;
}
