import { pickList } from '../../../state/pick';
import type { LintRule } from '../LintRule';

/** A message has no submit. */
export const inputInMessage: LintRule = {
  id: 'input-in-message',
  check: ({ surface, elements }) =>
    surface === 'message'
      ? elements
          .filter(({ element, place }) => place === 'input' && pickList(element, 'dispatchActionConfig').length === 0)
          .map(({ path }) => ({ path, message: 'An input in a message sends nothing without dispatchActionConfig.' }))
      : [],
};
