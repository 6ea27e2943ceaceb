import { invisible } from './invisible';
import type { Signs } from './Signs';

interface Place {
  /** Where the text begins in its line. */
  at: number;
  signs: Signs;
  /** Inside a mark, where Rocket.Chat knows no escape. */
  inside: boolean;
  /** What stands before it on the line, as written. */
  before: string;
  afterAddress: boolean;
}

/**
 * Signs that Rocket.Chat could read. An invisible sign costs its parser time, the more the longer a word is, so that only
 * these get one: a bracket before what can be an address (a dot, a colon, or the end of this text, behind which one may
 * stand), the bracket before a phone number or `localhost`, which are none with a sign before them, and the last but one of
 * many at-signs.
 */
const SPECIAL =
  /[*_~`#.]|\\(?=[([])|\]\((?=\+[\d(]|localhost)|\](?=\([^\s().:]*(?:[.:]|$))|<(?=[^\s<>|]+\||t:)|\|(?=\|)|@(?=@(?!@)|(?:all|here)(?![\w-]))/gi;
/** What stands further before a sign does not matter to it; a long line must not be read again for each of its signs. */
const NEAR = 128;
/** In snake_case an underscore is never a mark to Rocket.Chat, as long as the word is plain ASCII. */
const INSIDE_A_NAME = /(?:^|\s)\w*[A-Za-z0-9]$/;

/**
 * Plain text of a line, so that Rocket.Chat shows it as it is: signs that would pair are escaped, and what would become a
 * link with a hidden target, a hidden word, a formula or a mention of everybody is kept apart by an invisible sign.
 */
export function escapeText(text: string, { at, signs, inside, before, afterAddress }: Place): string {
  return text.replace(SPECIAL, (found, offset: number) => {
    if ('*_~`#.'.includes(found)) {
      const written = before.slice(-NEAR) + text.slice(Math.max(0, offset - NEAR), offset);
      if (inside || !isEscapeNeeded(found, written, { signs, at: at + offset })) return found;
      return `${separator(written, afterAddress && offset === 0, signs)}\\${found}`;
    }
    if (found === '\\' && signs.areFormulasTooMany) return found;
    if (found === '|') return isWithin(signs.wholePipes, at + offset) ? found : found + signs.pipeGap;
    // Rocket.Chat reads a formula in square brackets only at the beginning of a line.
    if (found === '\\' && text[offset + 1] === '[' && at + offset > 0) return found;
    // An invisible sign would become a part of the address that follows.
    return found === '<' ? '< ' : found + invisible;
  });
}

function isWithin({ from, to }: Signs['wholePipes'], at: number): boolean {
  return from <= at && at < to;
}

function isEscapeNeeded(sign: string, written: string, { signs, at }: { signs: Signs; at: number }): boolean {
  // A backslash that was typed would otherwise be taken for an escape.
  if (written.endsWith('\\')) return true;
  if (sign === '#') return false;
  // "5.5\*" is a web address to Rocket.Chat, and the backslash a part of it.
  if (sign === '.') return /\S$/.test(written) && hasLiveSign(signs, at + 1);
  return signs.paired.has(sign) && !(sign === '_' && INSIDE_A_NAME.test(written));
}

/** No domain name is longer, so that a line without blanks is not read over and over. */
const LONGEST_WORD = 255;

/** Whether the rest of the word at this place holds a sign that could pair. */
function hasLiveSign({ line, paired }: Signs, from: number): boolean {
  const rest = /^\S*/.exec(line.slice(from, from + LONGEST_WORD))?.[0] ?? '';
  return [...paired].some((sign) => rest.includes(sign));
}

/** ":\" and "=\" are faces to Rocket.Chat, and an address swallows the backslash after it. */
function separator(written: string, afterAddress: boolean, { faceGap }: Signs): string {
  if (afterAddress) return ' ';
  return /[:=]$/.test(written) ? faceGap : '';
}
