import type { LintRule } from '../LintRule';
import { optionsOf } from '../optionsOf';

const LOSING = new Set(['checkbox', 'toggle_switch']);

/** After a click only the option that was toggled last travels. */
export const checkboxLosesValues: LintRule = {
  id: 'checkbox-loses-values',
  check: ({ elements }) =>
    elements
      .filter(({ element, place }) => place === 'input' && LOSING.has(element.type) && optionsOf(element).length > 1)
      .map(({ path, element }) => ({
        path,
        message: `In an input, "${element.type}" keeps one option only: use several inputs, or multi_static_select.`,
      })),
};
