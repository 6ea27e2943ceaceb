import { emojiOfShortcode } from '../emoji';
import { isWordAround, marks } from './marks';

/** Names that customers read instead of the usernames in an agent's text. An unknown name stays unchanged. */
export interface Names {
  /** The display name of a mentioned user. Gets the username without `@`. */
  user?: (username: string) => string | undefined;
}

/** A line of Rocket.Chat Markdown on its way to WhatsApp. */
export interface MarkdownLine {
  names: Names;
  /** The converted text so far. */
  written: string;
  /** Positions in `written` of escaped characters, which must not become marks. */
  literals: Set<number>;
  /** Converts the contents of a mark or a link. */
  convertInside: (text: string) => string;
}

interface Token {
  pattern: RegExp;
  /** The text to write instead; undefined if the match is not such a token. */
  write: (match: RegExpExecArray, line: MarkdownLine) => string | undefined;
}

const HREF = String.raw`\(([^\s()]{1,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,2000}){0,3})\)`;

/**
 * What Rocket.Chat reads in a line, in the order in which the app tries it. Most single signs are the same in WhatsApp and
 * need no token; the exception is a pair with a blank before its second sign, which is a mark in Rocket.Chat only.
 * All lengths are bounded, so that no text is slow to read.
 */
export const markdownTokens: Token[] = [
  { pattern: /\\([*_~`#.])/y, write: ([, sign = ''], { literals, written }) => (literals.add(written.length), sign) },
  { pattern: /`[^`\n]{1,4000}`/y, write: ([code]) => code },
  { pattern: /https?:\/\/[^\s<>|]{1,2000}/y, write: ([url]) => url },
  // A quoted message is a link with a blank as its text. Readers do not see it.
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
    // A dot after it ends the sentence.
    pattern: /(?<![\w.])@([\w.-]{0,99}[\w-])/y,
    write: ([, username = ''], { names }) => names.user?.(username),
  },
  { pattern: /(?<!\w):([\w+-]{1,64}):/y, write: ([, code = '']) => emojiOfShortcode(code) },
];

const SCHEME = /^(?:mailto|tel):/i;

/** A link in WhatsApp's format: its text followed by the address, or only one of them if both say the same. */
export function linkToWhatsApp(label: string, url: string): string {
  const text = label.trim();
  const address = url.replace(SCHEME, '');
  if (text === '') return address;
  if (bare(text) === bare(address)) return SCHEME.test(url) ? text : url;
  return `${text} (${address})`;
}

function bare(address: string): string {
  return address.replace(/^https?:\/\/|\/$|[\s().-]/gi, '').toLowerCase();
}

/**
 * A text between double marks in WhatsApp's format: with single marks, and with blanks moved outside, because WhatsApp
 * allows none next to a mark. If Rocket.Chat shows the marks as text, or they mean something else (`5 ** 3 ** 2`), the
 * text stays unchanged.
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
  // An underscore within a word is not a mark in Rocket.Chat either, and numbers with stars around them are a
  // calculation.
  if (content === '' || (isInWord && sign === '_')) return whole;
  if ((isInWord || before || after) && !/\p{L}/u.test(content)) return whole;
  const text = line.convertInside(content);
  // WhatsApp has no marks within a word.
  return isInWord ? before + text + after : `${before}${sign}${text}${sign}${after}`;
}

/**
 * A moment in UTC. Rocket.Chat shows it in each reader's time zone; the customer's time zone is unknown.
 *
 * @param seconds since 1970
 */
export function timeToWhatsApp(seconds: number): string {
  const time = new Date(seconds * 1000);
  return Number.isNaN(time.getTime()) ? String(seconds) : `${time.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
