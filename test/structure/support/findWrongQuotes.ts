import type { Source } from './repository';

/** Texts that a guide may quote. */
export interface Quotable {
  /** The texts that people read in the app, placeholders (`{{name}}`) and Markdown included. */
  texts: readonly string[];
  /** Words on buttons and pages of Rocket.Chat, 360dialog and WhatsApp. */
  foreignWords: readonly string[];
  /** The app's slash command and its sub-commands, as they are typed. */
  commands: readonly string[];
  /** The text in which every other piece of code has to occur: sources, scripts, tests. */
  code: string;
}

const FENCE = /^```[^]*?^```$/gm;
const GENERATED = /<!-- generated: [^]*?<!-- end of generated -->/g;
const QUOTE = /\*\*(?<bold>[^*]+)\*\*|“(?<words>[^”]+)”|`(?<code>[^`]+)`/g;

/**
 * The rule "a guide quotes what is there": **bold** is a text of the app or a word of Rocket.Chat, “quoted” is a text of
 * the app or its beginning, and `code` is a command or occurs in the sources; parts may be left out by “…”. A lead-in at
 * the beginning of a paragraph or an item may be bold when it ends with a full stop.
 */
export function findWrongQuotes(guides: readonly Source[], quotable: Quotable): string[] {
  const texts = quotable.texts.map(readable);
  return guides.flatMap(({ path, text }) => {
    const own = text.replace(FENCE, blank).replace(GENERATED, blank);
    return [...own.matchAll(QUOTE)].flatMap(({ index, groups = {} }) => {
      const { bold, words, code } = groups;
      const at = own.slice(0, index).split('\n').length;
      const isKnown =
        code !== undefined
          ? isCodeKnown(oneLine(code), quotable)
          : isLeadIn(own, index, bold) ||
            isTextKnown(oneLine(bold ?? words ?? ''), { texts, foreignWords: quotable.foreignWords });
      return isKnown ? [] : [`${path}:${at}: ${oneLine(bold ?? words ?? code ?? '')}`];
    });
  });
}

function isCodeKnown(code: string, { commands, code: all }: Quotable): boolean {
  return code.startsWith('/') && commands.some((command) => command.split(' ')[0] === code.split(' ')[0])
    ? commands.includes(code)
    : code.split('…').every((piece) => all.includes(piece.trim()));
}

/** Parts of a path (`A → B`) are looked at one by one. */
function isTextKnown(quote: string, known: { texts: readonly string[]; foreignWords: readonly string[] }): boolean {
  return quote.split(' → ').every((part) => known.foreignWords.includes(part) || known.texts.some(fits(part)));
}

function isLeadIn(guide: string, index: number, bold: string | undefined): boolean {
  return bold !== undefined && /[.:]$/.test(bold) && /(?:^|\n)(?:[-*] |\d+\. )?$/.test(guide.slice(0, index));
}

/**
 * Whether a text has the parts of a quote between its gaps, in their order, beginning where the quote begins and ending
 * where it ends. A quote that ends with a sentence may leave the next sentences out.
 */
const fits = (quote: string) => {
  const pieces = quote.split('…').map((piece) => piece.trim());
  return (text: string): boolean => {
    let from = 0;
    const isThere = pieces.every((piece, at) => {
      const found = text.indexOf(piece, from);
      from = found + piece.length;
      return at === 0 ? found === 0 : found >= 0;
    });
    return isThere && (from === text.length || quote.endsWith('…') || /[.?:]$/.test(quote));
  };
};

/** A text as a guide shows it: no marks of Markdown, no shortcode before it, and “…” for what is filled in. */
function readable(text: string): string {
  return oneLine(
    text
      .replace(/\{\{\w+\}\}/g, '…')
      .replaceAll('**', '')
      .replace(/^:\w+: /, '')
      .replace(/ \*$/, '')
      .replace(/(?<![\w])[_*]|[_*](?![\w])/g, ''),
  );
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** As many lines with nothing in them. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, '');
}
