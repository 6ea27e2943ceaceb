import github from 'emojibase-data/en/shortcodes/github.json';
import iamcal from 'emojibase-data/en/shortcodes/iamcal.json';
import joypixels from 'emojibase-data/en/shortcodes/joypixels.json';

/** The data of emojibase: an emoji's characters in hexadecimal → its names. */
type Names = Record<string, string | string[]>;

/** Other well-known sets of emoji names besides JoyPixels: GitHub's and Slack's. The first set that names an emoji counts. */
const others: readonly Names[] = [github, iamcal];

/** Some lists name the sign that asks for a picture, others leave it out. */
const VARIATION_SELECTOR = 'FE0F';

/**
 * The names of emoji that people type and JoyPixels, whose names Rocket.Chat uses, does not know: name → JoyPixels' name
 * for the same emoji, sorted. What JoyPixels knows by that name, or has no emoji for, is left out.
 */
export function otherShortcodes(): Record<string, string> {
  const own = new Set(namesOf(joypixels).map(([name]) => name));
  const usual = new Map(
    namesOf(joypixels)
      .reverse()
      .map(([name, emoji]) => [emoji, name]),
  );
  const found = new Map<string, string>();
  for (const [name, emoji] of others.flatMap(namesOf)) {
    const target = usual.get(emoji);
    if (target !== undefined && !own.has(name) && !found.has(name)) {
      found.set(name, target);
    }
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function namesOf(names: Names): (readonly [name: string, emoji: string])[] {
  return Object.entries(names).flatMap(([emoji, known]) => [known].flat().map((name) => [name, bare(emoji)] as const));
}

function bare(emoji: string): string {
  return emoji
    .split('-')
    .filter((code) => code !== VARIATION_SELECTOR)
    .join('-');
}
