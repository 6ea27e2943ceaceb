import * as v from 'valibot';
import { emojiOfShortcode } from '../whatsapp/emoji';

const reactionsSchema = v.fallback(v.record(v.string(), v.object({ usernames: v.array(v.string()) })), {});

/** What somebody just did to a message. */
export interface ReactionChange {
  /** The emoji's name, such as `:thumbsup:`. */
  reaction: string;
  /** Whether it was added, or else taken away. */
  isReacted: boolean;
}

/**
 * The reaction that a customer should see of the business: WhatsApp has one for each side and message, and the last one
 * counts. Where the last one was taken away, another that still stands on the message does.
 *
 * @param reactions as they stand on the message, by the emoji's names; the app's own, which are the customer's, are not counted
 * @param own the user name of the app
 * @returns an emoji; '' for none; undefined for one that only this workspace knows
 */
export function wantedReaction(
  reactions: unknown,
  own: string,
  { reaction, isReacted }: ReactionChange,
): string | undefined {
  const names = Object.entries(v.parse(reactionsSchema, reactions))
    .filter(([, { usernames }]) => usernames.some((name) => name !== own))
    .map(([name]) => name);
  if (isReacted && names.includes(reaction)) {
    return emojiOf(reaction);
  }
  const emojis = names.map(emojiOf).filter((emoji) => emoji !== undefined);
  return emojis.at(-1) ?? '';
}

function emojiOf(name: string): string | undefined {
  return emojiOfShortcode(name.replaceAll(':', ''));
}
