import type { Reaction } from '@rocket.chat/apps-engine/definition/messages';
import shortcodes from 'emojibase-data/en/shortcodes/joypixels.json';
import otherShortcodes from './otherShortcodes.json';

/** Asks for an emoji in colour. Phones write it or leave it out as they like. */
const VARIATION_SELECTOR = 'FE0F';

/** The names of GitHub and Slack → JoyPixels' name of the same emoji. */
const otherNames: Readonly<Record<string, string>> = otherShortcodes;

let emojis: ReadonlyMap<string, string> | undefined;
let names: ReadonlyMap<string, string> | undefined;

/**
 * The emoji of a short code such as `smile`. Rocket.Chat's picker writes the code instead of the emoji, and a customer's
 * phone knows no codes. JoyPixels' names, which Rocket.Chat uses, come first. The names of GitHub and Slack, which people
 * type out of habit (`car`), are understood as well.
 *
 * @returns undefined for an unknown code, such as the name of a workspace's own picture
 */
export function emojiOfShortcode(code: string): string | undefined {
  emojis ??= new Map(
    Object.entries(shortcodes).flatMap(([key, known]) => [known].flat().map((name) => [name, toEmoji(key)] as const)),
  );
  const usualName = Object.hasOwn(otherNames, code) ? (otherNames[code] ?? '') : '';
  return emojis.get(code) ?? emojis.get(usualName);
}

/**
 * The name that Rocket.Chat knows an emoji by, such as `:thumbsup:`: JoyPixels' names, the customary one first.
 *
 * @returns undefined for an emoji without a name, which Rocket.Chat would refuse as a reaction
 */
export function shortcodeOfEmoji(emoji: string): Reaction | undefined {
  names ??= new Map(
    Object.entries(shortcodes).map(([key, known]) => [withoutSelector(key.split('-')), [known].flat()[0] ?? '']),
  );
  const codes = [...emoji].map((character) =>
    (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'),
  );
  const name = names.get(withoutSelector(codes));
  return name ? `:${name}:` : undefined;
}

/** The characters of a key such as `1F3C3-200D-2640-FE0F`. A single sign that could be plain text is asked for in colour. */
function toEmoji(key: string): string {
  const emoji = String.fromCodePoint(...key.split('-').map((hex) => Number.parseInt(hex, 16)));
  return /^\P{Emoji_Presentation}$/u.test(emoji)
    ? emoji + String.fromCodePoint(Number.parseInt(VARIATION_SELECTOR, 16))
    : emoji;
}

function withoutSelector(codes: string[]): string {
  return codes.filter((code) => code !== VARIATION_SELECTOR).join('-');
}
