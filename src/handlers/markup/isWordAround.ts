/** Variation selectors and the keycap belong to the emoji before them, though Unicode files them with the accents. */
const WORD = String.raw`(?![\uFE00-\uFE0F\u20E3])[\p{L}\p{N}\p{M}]`;
const WORD_BEFORE = new RegExp(`${WORD}$`, 'u');
const WORD_AFTER = new RegExp(`^${WORD}`, 'u');

/** Whether a letter or digit of any script touches the place `at` of `line` from the given side. */
export function isWordAround(line: string, at: number, side: 'before' | 'after'): boolean {
  // Two units hold any character; half of one is no letter.
  return side === 'before'
    ? WORD_BEFORE.test(line.slice(Math.max(0, at - 2), at))
    : WORD_AFTER.test(line.slice(at, at + 2));
}
