import type { LintRule } from '../LintRule';
import { optionsOf } from '../optionsOf';

const BY_PARTS = new Set(['checkbox', 'toggle_switch']);

/** Options are told apart by their values; boxes and switches even look for one value inside of another. */
export const optionValues: LintRule = {
  id: 'option-values',
  check: ({ elements }) =>
    elements.flatMap(({ path, element }) => {
      const values = optionsOf(element);
      const same = values.filter((value, index) => values.indexOf(value) !== index);
      const inside = BY_PARTS.has(element.type)
        ? values.filter((value) => values.some((other) => other !== value && other.includes(value)))
        : [];
      return [
        ...same.map((value) => ({ path, message: `Two options have the value "${value}".` })),
        ...inside.map((value) => ({ path, message: `The value "${value}" is part of another: both look ticked.` })),
      ];
    }),
};
