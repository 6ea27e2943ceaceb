import shortcodes from 'emojibase-data/en/shortcodes/joypixels.json';
import otherShortcodes from './otherShortcodes.json';

const VARIATION_SELECTOR = '\uFE0F';

/** Other names → JoyPixels' name of the same emoji. */
const names: Readonly<Record<string, string>> = otherShortcodes;

let emojis: ReadonlyMap<string, string> | undefined;

/**
 * The emoji of a short code such as `smile`: Rocket.Chat's picker writes the code and not the emoji, and a customer's
 * phone knows no codes. The names of JoyPixels, which Rocket.Chat uses, come first; those of GitHub and Slack, which
 * people type out of habit (`car`), are understood as well. Nothing for a code that is none, or of a workspace's own
 * picture.
 */
export function emojiOfShortcode(code: string): string | undefined {
  emojis ??= new Map(
    Object.entries(shortcodes).flatMap(([key, names]) => [names].flat().map((name) => [name, toEmoji(key)] as const)),
  );
  return emojis.get(code) ?? emojis.get(usualName(code));
}

function usualName(code: string): string {
  return Object.hasOwn(names, code) ? (names[code] ?? '') : '';
}

/** The characters of a key such as `1F3C3-200D-2640-FE0F`. A single sign that could be plain text is asked for as a picture. */
function toEmoji(key: string): string {
  const emoji = key
    .split('-')
    .map((hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .join('');
  return /^\P{Emoji_Presentation}$/u.test(emoji) ? emoji + VARIATION_SELECTOR : emoji;
}
