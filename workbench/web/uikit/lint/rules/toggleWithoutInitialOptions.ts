import type { LintRule } from '../LintRule';

/** The client asks a list that is not there, and the whole surface breaks. */
export const toggleWithoutInitialOptions: LintRule = {
  id: 'toggle-without-initial-options',
  check: ({ elements }) =>
    elements
      .filter(({ element }) => element.type === 'toggle_switch' && !Array.isArray(element['initialOptions']))
      .map(({ path }) => ({ path, message: 'A toggle_switch without initialOptions breaks the surface; send [].' })),
};
