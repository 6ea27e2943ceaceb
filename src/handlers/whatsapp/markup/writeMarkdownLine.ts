import type { Signs } from './markdownSigns';
import { readSigns } from './markdownSigns';
import type { Inline } from './marks';
import { invisible, marks } from './marks';
import { simplifyForMarkdown } from './simplifyForMarkdown';

interface Pen {
  signs: Signs;
  parts: string[];
  /** The end of the written text that is checked: no relevant word is longer. */
  tail: string;
}

/**
 * Writes the parts of `line` so that Rocket.Chat shows exactly them: marks as marks, everything else literally. `line`
 * tells which characters occur more than once and so have to be escaped.
 */
export function writeMarkdownLine(nodes: Inline[], line: string): string {
  const signs = readSigns(line, nodes);
  const pen: Pen = { signs, parts: [], tail: '' };
  writeNodes(pen, simplifyForMarkdown(nodes, signs), false);
  return pen.parts.join('');
}

function put(pen: Pen, text: string): void {
  pen.parts.push(text);
  pen.tail = (pen.tail + text).slice(-80);
}

function writeNodes(pen: Pen, nodes: Inline[], inside: boolean): void {
  for (const [index, node] of nodes.entries()) {
    const next = nodes[index + 1];
    if (node.kind === 'url') put(pen, node.text);
    else if (node.kind === 'code') put(pen, `${gap(pen, '`')}\`${breakMentions(node.text)}\``);
    else if (node.kind === 'mark') writeMark(pen, node, next);
    else {
      const { signs, tail } = pen;
      const afterAddress = nodes[index - 1]?.kind === 'url';
      const text = escapeText(node.text, { at: node.at, signs, inside, before: tail, afterAddress });
      put(pen, next?.kind === 'url' ? text.replace(/<$/, '< ') : text);
    }
  }
}

function writeMark(pen: Pen, { mark, children }: Extract<Inline, { kind: 'mark' }>, next: Inline | undefined): void {
  const [single, double] = marks.find(({ name }) => name === mark)?.rocketChat ?? ['', ''];
  // "_4.5" would be the beginning of a web address.
  const isAddressLike = single === '_' && children[0]?.kind === 'text' && DOTTED.test(children[0].text);
  const sign = isAddressLike && /(?:^|\s)$/.test(pen.tail) ? double : single;
  put(pen, gap(pen, sign) + sign);
  writeNodes(pen, children, true);
  // Rocket.Chat takes an underscore after a mention for a part of the name.
  if (single === '_' && /[#@][\w.-]*$/.test(pen.tail)) put(pen, invisible);
  // "*)" is a winking face, and an escaped character right after it is not always recognised as one.
  put(pen, next?.kind === 'text' && /^[)*_~`]/.test(next.text) ? sign + invisible : sign);
}

const DOTTED = /^[^\s.]+\.[^\s.]/;

/**
 * After these characters, Rocket.Chat reads a mark as part of an emoticon or a name, as escaped, or as a double mark.
 */
function gap({ tail }: Pen, sign: string): string {
  return /[\\:=#@]$/.test(tail) || tail.endsWith(sign) ? invisible : '';
}

const EVERYBODY = /@(?=(?:all|here)(?![\w-]))/gi;

/** Keeps `@all` and `@here` from notifying everybody: Rocket.Chat recognises them even in code. */
export function breakMentions(text: string): string {
  return text.replace(EVERYBODY, `@${invisible}`);
}

interface Place {
  /** The position of the text in its line. */
  at: number;
  signs: Signs;
  /** Whether the text is inside a mark, where Rocket.Chat has no escapes. */
  inside: boolean;
  /** The written text before it on the line. */
  before: string;
  afterAddress: boolean;
}

/**
 * Characters that Rocket.Chat could read as formatting. An invisible character costs its parser time, more so in longer
 * words, so only these get one: a bracket before a possible address (a dot, a colon, or the end of this text, which an
 * address may follow), the bracket before a phone number or `localhost`, and the last but one of many at-signs.
 */
const SPECIAL =
  /[*_~`#.]|\\(?=[([])|\]\((?=\+[\d(]|localhost|[^\s().:]*(?:[.:]|$))|<(?=[^\s<>|]+\||t:)|\|(?=\|)|@(?=@(?!@)|(?:all|here)(?![\w-]))/gi;
/** Only the text right before a character matters. A long line must not be scanned again for each character. */
const NEAR = 128;
/** In snake_case an underscore is never a mark to Rocket.Chat, as long as the word is plain ASCII. */
const INSIDE_A_NAME = /(?:^|\s)\w*[A-Za-z0-9]$/;

/**
 * Writes plain text of a line so that Rocket.Chat shows it literally. Characters that would form a pair are escaped. An
 * invisible character breaks up links with a hidden target, hidden words, formulas and mentions of everybody.
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
    // Between the two brackets, or behind them; an invisible character there would become part of a domain's name.
    if (found === '](') return signs.areLinksTooMany ? `${found} ` : `]${invisible}(`;
    // An invisible character would become part of the following address.
    return found === '<' ? '< ' : found + invisible;
  });
}

function isWithin({ from, to }: Signs['wholePipes'], at: number): boolean {
  return from <= at && at < to;
}

function isEscapeNeeded(sign: string, written: string, { signs, at }: { signs: Signs; at: number }): boolean {
  // A typed backslash would otherwise count as an escape.
  if (written.endsWith('\\')) return true;
  if (sign === '#') return false;
  // "5.5\*" is a web address to Rocket.Chat, and the backslash a part of it.
  if (sign === '.') return /\S$/.test(written) && hasLiveSign(signs, at + 1);
  return signs.paired.has(sign) && !(sign === '_' && INSIDE_A_NAME.test(written));
}

/** No domain name is longer. The limit keeps a line without blanks from being scanned repeatedly. */
const LONGEST_WORD = 255;

/** Whether the rest of the word at this position contains a character that could form a pair. */
function hasLiveSign({ line, paired }: Signs, from: number): boolean {
  const rest = /^\S*/.exec(line.slice(from, from + LONGEST_WORD))?.[0] ?? '';
  return [...paired].some((sign) => rest.includes(sign));
}

/** ":\" and "=\" are faces to Rocket.Chat, and an address swallows the backslash after it. */
function separator(written: string, afterAddress: boolean, { faceGap }: Signs): string {
  if (afterAddress) return ' ';
  return /[:=]$/.test(written) ? faceGap : '';
}
