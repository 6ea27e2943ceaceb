import { emojiOfShortcode } from './emojiOfShortcode';
import { linkToWhatsApp } from './linkToWhatsApp';
import type { MarkdownLine } from './MarkdownLine';
import { marks } from './marks';
import { singleMark } from './singleMark';
import { timeToWhatsApp } from './timeToWhatsApp';

interface Token {
  pattern: RegExp;
  /** What to write instead; nothing when it is no such token after all. */
  write: (match: RegExpExecArray, line: MarkdownLine) => string | undefined;
}

const HREF = String.raw`\(([^\s()]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000}){0,3})\)`;

/**
 * What Rocket.Chat reads in a line, in the order in which it is tried. Single signs are here only where a blank
 * stands before the second one, which WhatsApp does not take for a mark; all others it has too.
 * Lengths are bounded, so that no text is slow to read.
 */
export const markdownTokens: Token[] = [
  { pattern: /\\([*_~`#.])/y, write: ([, sign = ''], { literals, written }) => (literals.add(written.length), sign) },
  { pattern: /`[^`\n]{1,4000}`/y, write: ([code]) => code },
  { pattern: /https?:\/\/[^\s<>|]{1,2000}/y, write: ([url]) => url },
  // A quote is a link with a blank for its text, and nothing is seen of it.
  { pattern: new RegExp(String.raw`\[[ \t]+\]${HREF}[ \t]?`, 'y'), write: () => '' },
  {
    pattern: new RegExp(String.raw`!?\[([^[\]\n]{0,1000})\]${HREF}`, 'y'),
    write: ([, label = '', url = ''], { convertInside }) => linkToWhatsApp(convertInside(label), url),
  },
  {
    pattern: /<([^\s<>|]{1,2000})\|([^<>\n]{1,1000})>/y,
    write: ([, url = '', label = '']) => linkToWhatsApp(label, url),
  },
  { pattern: /<t:(\d{1,12})(?::[tTdDfFR])?>/y, write: ([, seconds]) => timeToWhatsApp(Number(seconds)) },
  { pattern: /\|\|([^|\n]{1,2000})\|\|/y, write: ([, hidden = ''], { convertInside }) => convertInside(hidden) },
  // Bots write both at once; Rocket.Chat itself shows a star on each side.
  {
    pattern: /\*\*\*([^*\s](?:[^*\n]{0,2000}[^*\s])?)\*\*\*/y,
    write: ([, inner = ''], { convertInside }) => `*_${convertInside(inner)}_*`,
  },
  ...marks.map(({ whatsApp, rocketChat: [, double] }): Token => {
    const sign = double.replaceAll('*', String.raw`\*`);
    return {
      pattern: new RegExp(`${sign}([^${whatsApp}\\n]{1,4000})${sign}`, 'y'),
      write: (match, line) => singleMark(match, { sign: whatsApp, line }),
    };
  }),
  ...marks.map(({ whatsApp }): Token => {
    const sign = whatsApp.replace('*', String.raw`\*`);
    const around = String.raw`[\p{L}\p{N}${sign}]`;
    return {
      pattern: new RegExp(
        `(?<!${around})${sign}([^${whatsApp}\\s][^${whatsApp}\\n]{1,4000}(?<=[ \\t]))${sign}(?!${around})`,
        'yu',
      ),
      write: (match, line) => singleMark(match, { sign: whatsApp, line }),
    };
  }),
  {
    pattern: /(?<![\w.])@([\w.-]{1,100})/y,
    write: ([, username = ''], { names }) => names.user?.(username),
  },
  { pattern: /(?<!\w):([\w+-]{1,64}):/y, write: ([, code = '']) => emojiOfShortcode(code) },
];
