/** Which message was not delivered. */
export interface Undelivered {
  /** The digits of our number. */
  number: string;
  customer: string;
  roomId?: string;
  /** What its records are found by, and which piece it is, as in `Outgoing`; the message where it is absent. */
  about?: string;
  piece?: string;
  /** As in the records. */
  byApp?: string;
  /** Rocket.Chat's id; absent for texts that the app sends by itself. */
  messageId?: string;
  /** Of an agent's reaction: the emoji, '' where it was taken back; `messageId` is the message that it is to. */
  reacted?: string;
  /** WhatsApp's id, where it had taken the message. */
  wamid?: string;
  /** The name of the template that it was sent with. */
  template?: string;
  /** The id of the user who sent that template. */
  sentBy?: string;
  /** What was not delivered, where there is no message to look it up in. */
  text?: string;
}
