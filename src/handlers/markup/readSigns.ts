import type { Inline } from './Inline';
import { maskAddresses } from './maskAddresses';
import type { Signs } from './Signs';

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
  };
}

function hasStray(node: Inline): boolean {
  if (node.kind === 'mark') return node.children.some(hasStray);
  return node.kind === 'text' && OUTSIDE_NAMES.test(node.text);
}
