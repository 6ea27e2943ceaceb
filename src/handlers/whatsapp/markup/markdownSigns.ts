import { maskAddresses } from './addresses';
import type { Inline } from './marks';
import { invisible } from './marks';

/** Facts about a whole line that are needed to write a part of it. */
export interface Signs {
  /** The line with letters in place of its addresses. */
  line: string;
  /** The signs that stand in it more than once: the others can pair with nothing. */
  paired: ReadonlySet<string>;
  /** Whether every underscore that is no mark is a part of a name such as `order_id`. */
  areUnderscoresInNames: boolean;
  /** Two pairs of pipes hide what stands between them: the longest row of pipes stays as it is, where the others are broken. */
  wholePipes: { from: number; to: number };
  /** Separates the pipes of the other rows. */
  pipeGap: string;
  /** Goes between a colon and an escaped sign, which would be an emoticon together. */
  faceGap: string;
  /** More formulas than a person types. They are left to Rocket.Chat. */
  areFormulasTooMany: boolean;
}

/**
 * Nobody writes more pairs of pipes, faces or formulas into a line by hand. Rocket.Chat's parser reads a word anew at each
 * invisible sign, so that blanks, where it begins anew, keep the pipes and faces of such a line apart: they are seen, but no
 * server is held up. A formula is read in one go, so that so many of them are cheapest as they are.
 */
const MOST_PAIRS = 50;
const FACES = /[:=][*_~`]/g;
const FORMULAS = /\\[([]/g;

const SIGNS = ['*', '_', '~', '`'];
/** Rocket.Chat takes no underscore for a mark that has a letter or digit on its left and a letter on its right. */
const OUTSIDE_NAMES = /(?<![A-Za-z0-9])_|_(?![A-Za-z])/;

/** Looks a line over once. `nodes` is what was read of it. */
export function readSigns(line: string, nodes: Inline[]): Signs {
  const masked = maskAddresses(line);
  return {
    line: masked,
    paired: new Set(SIGNS.filter((sign) => masked.indexOf(sign) !== masked.lastIndexOf(sign))),
    areUnderscoresInNames: !nodes.some(hasStray),
    ...readPipes(line, masked),
    faceGap: isMoreThanTyped(line, FACES) ? ' ' : invisible,
    areFormulasTooMany: isMoreThanTyped(line, FORMULAS),
  };
}

function isMoreThanTyped(line: string, signs: RegExp): boolean {
  return (line.match(signs)?.length ?? 0) > MOST_PAIRS;
}

function readPipes(line: string, masked: string): Pick<Signs, 'wholePipes' | 'pipeGap'> {
  const whole = { from: 0, to: 0 };
  // Addresses and code keep their pipes, so that no row of the text may stay.
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
