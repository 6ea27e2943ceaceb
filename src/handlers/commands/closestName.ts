import { distance } from 'fastest-levenshtein';
import { subcommandNames } from './subcommandNames';

/** So many wrong letters are still a slip. */
const MOST_SLIPS = 3;

/** The sub-command that was probably meant. */
export function closestName(typed: string): string | undefined {
  const word = typed.toLowerCase();
  const [best] = subcommandNames
    .map((name) => ({ name, slips: distance(word, name) }))
    .sort((a, b) => a.slips - b.slips);
  return best && best.slips <= Math.min(MOST_SLIPS, best.name.length - 1) ? best.name : undefined;
}
