/** Which message was not delivered. */
export interface Undelivered {
  /** The digits of our number. */
  number: string;
  customer: string;
  roomId?: string;
  /** Rocket.Chat's id; absent for texts that the app sends by itself. */
  messageId?: string;
  /** What was not delivered, where there is no message to look it up in. */
  text?: string;
}
