import type { Reaction } from '@rocket.chat/apps-engine/definition/messages';
import shortcodes from 'emojibase-data/en/shortcodes/joypixels.json';

/** Says that an emoji is shown in colour. Phones put it in and leave it out as they like. */
const VARIATION_SELECTOR = 'FE0F';

let names: ReadonlyMap<string, string> | undefined;

/**
 * The name that Rocket.Chat knows an emoji by, such as `:thumbsup:`; it uses the names of JoyPixels, the customary one
 * first.
 *
 * @returns undefined for an emoji without a name, which Rocket.Chat would refuse as a reaction
 */
export function emojiShortcode(emoji: string): Reaction | undefined {
  names ??= new Map(Object.entries(shortcodes).map(([key, known]) => [bare(key.split('-')), [known].flat()[0] ?? '']));
  const codes = [...emoji].map((character) =>
    (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0'),
  );
  const name = names.get(bare(codes));
  return name ? `:${name}:` : undefined;
}

function bare(codes: string[]): string {
  return codes.filter((code) => code !== VARIATION_SELECTOR).join('-');
}
