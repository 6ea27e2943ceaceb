import joypixels from 'emojibase-data/en/shortcodes/joypixels.json';
import github from 'emojibase-data/en/shortcodes/github.json';
import iamcal from 'emojibase-data/en/shortcodes/iamcal.json';
import { neededNames } from '../../../scripts/package/neededShortcodes';
import { emojiOfShortcode } from '../../../src/handlers/whatsapp/emoji';

/** Name → emoji, in hexadecimal, of several sets one after another. */
const flat = (...sets: object[]) =>
  sets.flatMap((names) =>
    Object.entries(names).flatMap(([emoji, known]: [string, unknown]) =>
      [known].flat().map((name) => [String(name), emoji] as const),
    ),
  );

test('packaging leaves out the names of emoji that an earlier set has, and no others', () => {
  const needed = flat(...Object.values(neededNames()));
  const own = new Set(flat(joypixels).map(([name]) => name));
  const wanted = flat(github, iamcal).filter(([name]) => emojiOfShortcode(name) !== undefined && !own.has(name));
  const firsts = new Map([...wanted].reverse());
  const packaged = new Map(needed);
  expect(new Map([...firsts].filter(([name, emoji]) => packaged.get(name) !== emoji))).toEqual(new Map());
  expect(needed.filter(([name]) => own.has(name))).toEqual([]);
  expect(needed).toHaveLength(packaged.size);
});
