import type { Plugin } from 'esbuild';
import github from 'emojibase-data/en/shortcodes/github.json';
import iamcal from 'emojibase-data/en/shortcodes/iamcal.json';
import joypixels from 'emojibase-data/en/shortcodes/joypixels.json';

/** The data of emojibase: an emoji's characters in hexadecimal → its names. */
type Names = Readonly<Record<string, string | string[]>>;

const SETS: Readonly<Record<string, Names>> = { github, iamcal };

/**
 * Bundles the emoji names of GitHub and Slack without those that the app never looks up: names that JoyPixels or an earlier
 * set has. Two thirds of the data are such names.
 */
export function neededShortcodes(): Plugin {
  return {
    name: 'needed shortcodes',
    setup(build) {
      build.onLoad({ filter: /emojibase-data[\\/]en[\\/]shortcodes[\\/](?:github|iamcal)\.json$/ }, ({ path }) => ({
        contents: JSON.stringify(neededNames()[path.includes('github') ? 'github' : 'iamcal']),
        loader: 'json',
      }));
    },
  };
}

/** The names of each set that no set before it has, JoyPixels' first of all. */
export function neededNames(): Readonly<Record<string, Names>> {
  const known = new Set(Object.values<string | string[]>(joypixels).flat());
  const needed: Record<string, Names> = {};
  for (const [set, names] of Object.entries(SETS)) {
    const own = Object.entries(names).flatMap(([emoji, all]) => {
      const left = [all].flat().filter((name) => !known.has(name));
      return left.length > 0 ? [[emoji, left.length === 1 ? (left[0] ?? '') : left] as const] : [];
    });
    own.forEach(([, left]) => [left].flat().forEach((name) => known.add(name)));
    needed[set] = Object.fromEntries(own);
  }
  return needed;
}
