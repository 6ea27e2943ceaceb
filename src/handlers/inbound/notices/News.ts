/** A line about a customer, for their agents. */
export interface News {
  /** Rocket.Chat Markdown. */
  text: string;
  /** The WhatsApp message that tells it. */
  wamid: string;
  /** WhatsApp's time, epoch milliseconds. */
  at: number;
  /** When the webhook of it was begun before, epoch milliseconds: since then it may stand in the room already. */
  begunAt?: number;
}
