import { isWordAround } from './isWordAround';
import type { MarkdownLine } from './MarkdownLine';

/**
 * A text between double signs as WhatsApp marks it: with one sign, the blanks inside brought outside, where it can bind.
 * As it was typed, when Rocket.Chat shows the signs too or they are not meant as a mark (`5 ** 3 ** 2`).
 */
export function singleMark(
  { index, input, 0: whole, 1: inner = '' }: RegExpExecArray,
  { sign, line }: { sign: string; line: MarkdownLine },
): string {
  const content = inner.trim();
  const [before = '', after = ''] = content === '' ? [] : inner.split(content);
  const isWord = {
    before: before === '' && isWordAround(input, index, 'before'),
    after: after === '' && isWordAround(input, index + whole.length, 'after'),
  };
  const isInWord = isWord.before || isWord.after;
  // An underscore within a word is no mark to Rocket.Chat either; numbers with stars around them are a calculation.
  if (content === '' || (isInWord && sign === '_')) return whole;
  if ((isInWord || before || after) && !/\p{L}/u.test(content)) return whole;
  const text = line.convertInside(content);
  // Within a word WhatsApp knows no marks.
  return isInWord ? before + text + after : `${before}${sign}${text}${sign}${after}`;
}
