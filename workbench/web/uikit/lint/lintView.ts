import { pick, pickList, pickText } from '../../state/pick';
import type { Finding } from './LintRule';
import { isBlock } from './LintRule';
import { lintSurface } from './lintSurface';
import type { LintOptions } from './lintSurface';

const finding = (rule: string, path: string, message: string): Finding => ({ rule, path, message });

/** Half of what the server takes with an interaction: the other half is for what is typed. */
const MOST_SIGNS = 50_000;

/** Looks for the traps of a whole view, its frame and its blocks. */
export function lintView(
  surface: 'modal' | 'contextualBar' | 'banner',
  view: unknown,
  options: LintOptions = {},
): readonly Finding[] {
  const title = pick(view, 'title');
  const frame = [
    ...(surface !== 'banner' && !isBlock(title)
      ? [finding('view-title', 'title', 'The title has to be a text object; the client shows none otherwise.')]
      : []),
    ...(surface !== 'banner' && pickText(view, 'id') === undefined && options.delivered
      ? [finding('view-id', 'id', 'Without an id the view cannot be updated, and its errors find no place.')]
      : []),
    ...(surface === 'contextualBar' && pick(view, 'submit') !== undefined
      ? [
          finding(
            'submit-in-contextual-bar',
            'submit',
            'A contextual bar closes before its submit is sent and shows no errors; work by block actions and updates.',
          ),
        ]
      : []),
    ...(JSON.stringify(view ?? null).length > MOST_SIGNS
      ? [
          finding(
            'view-too-large',
            'blocks',
            'A submit sends the view back whole, and the server takes 100 kB of view and values.',
          ),
        ]
      : []),
    ...['clearOnClose', 'notifyOnClose']
      .filter((name) => pick(view, name) !== undefined)
      .map((name) => finding('property-not-read', name, `The client does not read "${name}".`)),
  ];
  return [...frame, ...lintSurface(surface, pickList(view, 'blocks'), options)];
}
