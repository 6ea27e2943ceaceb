/**
 * The marks of a line, for both directions. WhatsApp has one sign for each mark. Rocket.Chat reads a single and a double
 * sign as the same mark (`@rocket.chat/message-parser`): the app writes single signs there, and makes double ones single
 * for WhatsApp.
 * Source: https://faq.whatsapp.com/539178204879377
 */
export const marks = [
  { name: 'bold', whatsApp: '*', rocketChat: ['*', '**'] },
  { name: 'italic', whatsApp: '_', rocketChat: ['_', '__'] },
  { name: 'strike', whatsApp: '~', rocketChat: ['~', '~~'] },
] as const;

export type MarkName = (typeof marks)[number]['name'];

/**
 * The prefixes of lines, for both directions: WhatsApp's and Rocket.Chat's spelling, and the spelling that both of them
 * read. The first group, if there is one, is the list number.
 */
export const lineMarks = [
  { name: 'quote', whatsApp: /^> (?=.)/u, rocketChat: /^>[ \t]*(?=.)/u, write: () => '> ' },
  { name: 'bullet', whatsApp: /^[*-] (?=\S)/u, rocketChat: /^[*-][ \t]+(?=\S)/u, write: () => '- ' },
  {
    name: 'number',
    whatsApp: /^(\d{1,9})\. (?=\S)/u,
    rocketChat: /^(\d{1,9})\.[ \t]+(?=\S)/u,
    write: (number: string) => `${number}. `,
  },
] as const;

/**
 * U+2060, the word joiner. It is invisible, breaks no line, and no emoji or script needs it. Between two signs it keeps
 * Rocket.Chat from reading them together. On the way back to WhatsApp it is removed.
 */
export const invisible = '\u2060';

/**
 * Variation selectors and the keycap belong to an emoji and do not count as letters, although Unicode counts them as
 * accents.
 */
const WORD = String.raw`(?![\uFE00-\uFE0F\u20E3])[\p{L}\p{N}\p{M}]`;
const WORD_BEFORE = new RegExp(`${WORD}$`, 'u');
const WORD_AFTER = new RegExp(`^${WORD}`, 'u');

/** Whether a letter or digit of any script touches the place `at` of `line` from the given side. */
export function isWordAround(line: string, at: number, side: 'before' | 'after'): boolean {
  // Two units hold any character; half a character is not a letter.
  return side === 'before'
    ? WORD_BEFORE.test(line.slice(Math.max(0, at - 2), at))
    : WORD_AFTER.test(line.slice(at, at + 2));
}

/** A piece of one line. `at` is where it begins in the line, in UTF-16 units. */
export type Inline =
  | { kind: 'text'; at: number; text: string }
  /** An address: it stays unchanged, without marks inside. */
  | { kind: 'url'; at: number; text: string }
  | { kind: 'code'; at: number; text: string }
  | { kind: 'mark'; at: number; mark: MarkName; children: Inline[] };

/** A part of a text: lines that are read one by one, or a block of code. */
export type Block = { kind: 'lines'; lines: string[] } | { kind: 'code'; lines: string[] };
