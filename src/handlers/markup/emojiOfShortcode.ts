import shortcodes from 'emojibase-data/en/shortcodes/joypixels.json';

const VARIATION_SELECTOR = '\uFE0F';

let emojis: ReadonlyMap<string, string> | undefined;

/**
 * The emoji that Rocket.Chat shows for a short code such as `smile`: its picker writes the code and not the emoji, and a
 * customer's phone knows no codes. Nothing for a code that is none, or of a workspace's own picture.
 */
export function emojiOfShortcode(code: string): string | undefined {
  emojis ??= new Map(
    Object.entries(shortcodes).flatMap(([key, names]) => [names].flat().map((name) => [name, toEmoji(key)] as const)),
  );
  return emojis.get(code);
}

/** The characters of a key such as `1F3C3-200D-2640-FE0F`. A single sign that could be plain text is asked for as a picture. */
function toEmoji(key: string): string {
  const emoji = key
    .split('-')
    .map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .join('');
  return /^\P{Emoji_Presentation}$/u.test(emoji) ? emoji + VARIATION_SELECTOR : emoji;
}
