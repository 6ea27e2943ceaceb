import { pickText } from '../../../state/pick';
import type { LintRule } from '../LintRule';
import { optionsOf } from '../optionsOf';

const SELECTS = new Set(['static_select', 'multi_static_select']);
const WITH_OPTIONS = new Set([...SELECTS, 'overflow', 'checkbox', 'radio_button', 'toggle_switch']);

/** A choice needs something to choose from, and a select a placeholder, without which ui-kit refuses it. */
export const selectIncomplete: LintRule = {
  id: 'select-incomplete',
  check: ({ elements }) =>
    elements.flatMap(({ path, element }) => [
      ...(WITH_OPTIONS.has(element.type) && optionsOf(element).length === 0
        ? [{ path, message: `"${element.type}" has no options.` }]
        : []),
      ...(SELECTS.has(element.type) && !pickText(element, 'placeholder', 'text')
        ? [{ path, message: `"${element.type}" needs a placeholder.` }]
        : []),
    ]),
};
