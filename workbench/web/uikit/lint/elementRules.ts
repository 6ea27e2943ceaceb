import { pickText } from '../../state/pick';
import type { ElementPlace, LintBlock, LintRule } from './LintRule';
import { optionsOf } from './LintRule';

/** Some element types have no method in the client, others are not made for their place. */
export const elementNotDrawn: LintRule = {
  id: 'element-not-drawn',
  check: ({ elements }) =>
    elements.flatMap(({ path, element, place }) => {
      const places = elementPlaces[element.type];
      if (!places) {
        return [{ path, message: `The client does not draw "${element.type}".` }];
      }
      return places.includes(place) ? [] : [{ path, message: `"${element.type}" is not made for ${place}.` }];
    }),
};

/** Where ui-kit's types allow each element that the client draws. */
const elementPlaces: Readonly<Record<string, readonly ElementPlace[]>> = {
  button: ['actions', 'accessory', 'callout'],
  static_select: ['actions', 'input', 'accessory'],
  multi_static_select: ['actions', 'input', 'accessory'],
  datepicker: ['actions', 'input', 'accessory'],
  plain_text_input: ['input'],
  overflow: ['actions', 'accessory', 'callout'],
  linear_scale: ['actions', 'input'],
  checkbox: ['actions', 'input'],
  radio_button: ['actions', 'input'],
  toggle_switch: ['actions', 'input'],
  time_picker: ['actions', 'input'],
  image: ['accessory', 'context'],
  users_select: ['actions', 'input'],
  multi_users_select: ['actions', 'input'],
  channels_select: ['actions', 'input'],
  multi_channels_select: ['actions', 'input'],
  tab: ['tabs'],
  icon_button: ['info_card'],
};

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

const BY_PARTS = new Set(['checkbox', 'toggle_switch']);

/** Each option needs a value of its own. For checkboxes and switches no value may contain another one either. */
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

/** The client asks a list that is not there, and the whole surface breaks. */
export const toggleWithoutInitialOptions: LintRule = {
  id: 'toggle-without-initial-options',
  check: ({ elements }) =>
    elements
      .filter(({ element }) => element.type === 'toggle_switch' && !Array.isArray(element['initialOptions']))
      .map(({ path }) => ({ path, message: 'A toggle_switch without initialOptions breaks the surface; send [].' })),
};

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
