import type { WireElement } from './WireView';

/** The value of an element that nobody has touched, by the client's order of precedence. */
export function initialValue(element: WireElement): unknown {
  return (
    element.initialValue ||
    element.initialTime ||
    element.initialDate ||
    element.initialOption?.value ||
    element.initialOptions?.map(({ value }) => value) ||
    undefined
  );
}
