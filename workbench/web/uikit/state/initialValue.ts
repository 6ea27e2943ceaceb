import type { ActionableElement } from '@rocket.chat/ui-kit';

/** Values of an element's preset options; not every app sends a list where the type asks for one. */
const optionValues = (options: unknown): unknown =>
  Array.isArray(options)
    ? options.map((option: unknown) =>
        typeof option === 'object' && option !== null && 'value' in option ? option.value : undefined,
      )
    : undefined;

/**
 * The value an element has before a person touches it, as the client finds it: the first that is set of `initialValue`,
 * `initialTime`, `initialDate`, `initialOption`, `initialOptions`.
 */
export function initialValue(element: ActionableElement): unknown {
  const found =
    ('initialValue' in element && element.initialValue) ||
    ('initialTime' in element && element.initialTime) ||
    ('initialDate' in element && element.initialDate) ||
    ('initialOption' in element &&
      element.initialOption &&
      ('value' in element.initialOption ? element.initialOption.value : optionValues(element.initialOption))) ||
    ('initialOptions' in element && optionValues(element.initialOptions));
  return found === false || found === '' ? undefined : found;
}
