/** Rocket.Chat's words for a text that is longer than its setting Message_MaxAllowedSize allows. */
const WORDS = /message-size-exceeded|Message_MaxAllowedSize|message.{0,9}too.long/i;

/** Whether a message was refused because of its length. */
export function isTooLong(error: unknown): boolean {
  return WORDS.test(String(error));
}
