import type { Reaction } from '@rocket.chat/apps-engine/definition/messages';
import github from 'emojibase-data/en/shortcodes/github.json';
import iamcal from 'emojibase-data/en/shortcodes/iamcal.json';
import joypixels from 'emojibase-data/en/shortcodes/joypixels.json';

/** Selects the coloured form of an emoji. Some phones write it, others leave it out. */
const VARIATION_SELECTOR = 'FE0F';

/** The data of emojibase: an emoji's characters in hexadecimal, with or without the selector → its names. */
type Names = Readonly<Record<string, string | string[]>>;

/** GitHub's and Slack's names. Packaging leaves out those that an earlier set has. */
const others: readonly Names[] = [github, iamcal];

let emojis: ReadonlyMap<string, string> | undefined;
let names: ReadonlyMap<string, string> | undefined;

/**
 * The emoji of a short code such as `smile`. Rocket.Chat's picker inserts the code, which customers' phones do not
 * know. JoyPixels' names, which Rocket.Chat uses, come first. The names of GitHub and Slack, which people type out of
 * habit (`car`), work as well.
 *
 * @returns undefined for an unknown code, such as the name of a workspace's own picture
 */
export function emojiOfShortcode(code: string): string | undefined {
  emojis ??= readEmojis();
  return emojis.get(code);
}

/**
 * Maps every name to its emoji, in the spelling of JoyPixels' data. If several sets have a name, the first set decides.
 */
function readEmojis(): ReadonlyMap<string, string> {
  const usual = new Map(Object.keys(joypixels).map((key) => [withoutSelector(key.split('-')), toEmoji(key)]));
  const found = new Map<string, string>();
  for (const [key, known] of [joypixels, ...others].flatMap((names: Names) => Object.entries(names))) {
    const emoji = usual.get(withoutSelector(key.split('-')));
    for (const name of [known].flat().filter((each) => emoji !== undefined && !found.has(each))) {
      found.set(name, emoji ?? '');
    }
  }
  return found;
}

/**
 * Rocket.Chat's name of an emoji, such as `:thumbsup:`: one of JoyPixels' names, the common one first.
 *
 * @returns undefined for an emoji without a name, which Rocket.Chat would refuse as a reaction
 */
export function shortcodeOfEmoji(emoji: string): Reaction | undefined {
  names ??= new Map(
    Object.entries<string | string[]>(joypixels).map(([key, known]) => [
      withoutSelector(key.split('-')),
      [known].flat()[0] ?? '',
    ]),
  );
  const codes = [...emoji].map((character) =>
    (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'),
  );
  const name = names.get(withoutSelector(codes));
  return name ? `:${name}:` : undefined;
}

/**
 * The characters of a key such as `1F3C3-200D-2640-FE0F`. A single character that could be shown as plain text gets the
 * selector for colour.
 */
function toEmoji(key: string): string {
  const emoji = String.fromCodePoint(...key.split('-').map((hex) => Number.parseInt(hex, 16)));
  return /^\P{Emoji_Presentation}$/u.test(emoji)
    ? emoji + String.fromCodePoint(Number.parseInt(VARIATION_SELECTOR, 16))
    : emoji;
}

function withoutSelector(codes: string[]): string {
  return codes.filter((code) => code !== VARIATION_SELECTOR).join('-');
}
