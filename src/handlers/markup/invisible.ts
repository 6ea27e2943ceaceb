/**
 * U+2060, the word joiner: nothing is seen of it, no line breaks at it, and no emoji or script needs it. Put between two
 * signs it keeps Rocket.Chat from reading them together; on the way back to WhatsApp it is taken out again.
 */
export const invisible = '\u2060';
