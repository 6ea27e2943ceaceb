import type { Reaction } from '@rocket.chat/apps-engine/definition/messages';
import names from 'emojibase-data/en/shortcodes/joypixels.json';
import * as v from 'valibot';

/** One name or several, the customary one first. */
const nameSchema = v.union([v.string(), v.pipe(v.array(v.string()), v.minLength(1))]);

/** Says that an emoji is shown in colour; names are listed without it. */
const VARIATION_SELECTOR = 0xfe0f;

/**
 * The name that Rocket.Chat knows an emoji by, such as `:thumbsup:`; it uses the names of JoyPixels.
 *
 * @returns undefined for an emoji without a name, which Rocket.Chat would refuse as a reaction
 */
export function emojiShortcode(emoji: string): Reaction | undefined {
  const codes = [...emoji]
    .map((character) => character.codePointAt(0) ?? 0)
    .filter((code) => code !== VARIATION_SELECTOR);
  const key = codes.map((code) => code.toString(16).toUpperCase().padStart(4, '0')).join('-');
  const parsed = v.safeParse(v.object({ [key]: nameSchema }), names);
  const name = parsed.success ? parsed.output[key] : undefined;
  return name === undefined ? undefined : `:${typeof name === 'string' ? name : String(name[0])}:`;
}
