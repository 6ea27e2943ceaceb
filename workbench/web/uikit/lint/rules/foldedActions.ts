import { pickList } from '../../../state/pick';
import type { LintRule } from '../LintRule';

const SHOWN = 5;

/** The sixth button hides behind "Show more...". */
export const foldedActions: LintRule = {
  id: 'folded-actions',
  check: ({ surface, blocks }) =>
    surface === 'banner'
      ? []
      : blocks
          .filter(({ block }) => block.type === 'actions' && pickList(block, 'elements').length > SHOWN)
          .map(({ path }) => ({ path, message: `More than ${SHOWN} elements hide behind "Show more...".` })),
};
