import { maskAddresses } from './addresses';
import type { Inline } from './marks';
import { invisible } from './marks';

/** Facts about a whole line that are needed to convert a part of it. */
export interface Signs {
  /** The line with letters in place of its addresses. */
  line: string;
  /** The formatting characters that occur more than once: the others cannot form a pair. */
  paired: ReadonlySet<string>;
  /** Whether every underscore that is not a mark belongs to a name such as `order_id`. */
  areUnderscoresInNames: boolean;
  /**
   * Text between two pairs of pipes is hidden as a spoiler. The longest row of pipes stays, and all others are broken
   * up.
   */
  wholePipes: { from: number; to: number };
  /** Separates the pipes of the other rows. */
  pipeGap: string;
  /** Is put between a colon and an escaped character that would form an emoticon together. */
  faceGap: string;
  /** The line has more formulas than a person types. They are left to Rocket.Chat. */
  areFormulasTooMany: boolean;
  /** The line has more Markdown links than a person types. Visible blanks break them up. */
  areLinksTooMany: boolean;
}

/**
 * Nobody types more pairs of pipes, emoticons or formulas into a line. Rocket.Chat's parser reads a word again at each
 * invisible character, so in such a line visible blanks separate pipes and emoticons, which keeps the server fast. A
 * formula is parsed in one step, so many of them are cheapest unchanged.
 */
const MOST_PAIRS = 50;
/**
 * Where brackets are kept apart, the parser looks from each of them to the end of the line. Behind the round bracket a
 * blank makes it give up at once.
 */
const MOST_LINKS = 10;
const FACES = /[:=][*_~`]/g;
const FORMULAS = /\\[([]/g;
const LINKS = /\]\(/g;

const SIGNS = ['*', '_', '~', '`'];
/** Rocket.Chat does not treat an underscore between a letter or digit and a letter as a mark. */
const OUTSIDE_NAMES = /(?<![A-Za-z0-9])_|_(?![A-Za-z])/;

/** Collects the facts about a line. `nodes` is the parsed line. */
export function readSigns(line: string, nodes: Inline[]): Signs {
  const masked = maskAddresses(line);
  return {
    line: masked,
    paired: new Set(SIGNS.filter((sign) => masked.indexOf(sign) !== masked.lastIndexOf(sign))),
    areUnderscoresInNames: !nodes.some(hasStray),
    ...readPipes(line, masked),
    faceGap: isMoreThanTyped(line, FACES) ? ' ' : invisible,
    areFormulasTooMany: isMoreThanTyped(line, FORMULAS),
    areLinksTooMany: isMoreThanTyped(line, LINKS, MOST_LINKS),
  };
}

function isMoreThanTyped(line: string, signs: RegExp, most = MOST_PAIRS): boolean {
  return (line.match(signs)?.length ?? 0) > most;
}

function readPipes(line: string, masked: string): Pick<Signs, 'wholePipes' | 'pipeGap'> {
  const whole = { from: 0, to: 0 };
  // Addresses and code keep their pipes, so every row of pipes in the text must be broken up.
  const mayStay = line === masked && !line.includes('`');
  let pairs = 0;
  for (const { index, 0: row } of line.matchAll(/\|{2,}/g)) {
    pairs += row.length - 1;
    if (mayStay && row.length > whole.to - whole.from) Object.assign(whole, { from: index, to: index + row.length });
  }
  const kept = Math.max(0, whole.to - whole.from - 1);
  return { wholePipes: whole, pipeGap: pairs - kept > MOST_PAIRS ? ' ' : invisible };
}

function hasStray(node: Inline): boolean {
  if (node.kind === 'mark') return node.children.some(hasStray);
  return node.kind === 'text' && OUTSIDE_NAMES.test(node.text);
}
