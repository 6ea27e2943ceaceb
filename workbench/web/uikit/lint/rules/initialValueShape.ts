import { pickText } from '../../../state/pick';
import type { LintBlock } from '../LintBlock';
import type { LintRule } from '../LintRule';
import { optionsOf } from '../optionsOf';

const SHAPES: Readonly<Record<string, readonly [field: string, shape: RegExp]>> = {
  datepicker: ['initialDate', /^\d{4}-\d{2}-\d{2}$/],
  time_picker: ['initialTime', /^\d{2}:\d{2}$/],
};

const presetOf = (element: LintBlock): readonly string[] => {
  const single = pickText(element, 'initialOption', 'value') ?? pickText(element, 'initialValue');
  const list = element['initialOptions'] ?? element['initialOption'] ?? element['initialValue'];
  const several = Array.isArray(list)
    ? list.flatMap((item: unknown) => (typeof item === 'string' ? item : (pickText(item, 'value') ?? [])))
    : [];
  return single === undefined ? several : [single];
};

/** A preset that the element cannot show is an empty field. */
export const initialValueShape: LintRule = {
  id: 'initial-value-shape',
  check: ({ elements }) =>
    elements.flatMap(({ path, element }) => {
      const [field, shape] = SHAPES[element.type] ?? [];
      const text = field && pickText(element, field);
      const options = optionsOf(element);
      return [
        ...(text && !shape?.test(text) ? [{ path, message: `"${text}" is not what ${field} takes.` }] : []),
        ...(options.length > 0
          ? presetOf(element)
              .filter((value) => !options.includes(value))
              .map((value) => ({ path, message: `The preset "${value}" is none of the options.` }))
          : []),
      ];
    }),
};
