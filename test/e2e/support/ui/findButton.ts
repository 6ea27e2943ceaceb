import { elementsOf } from './elementsOf';
import { textOf } from './textOf';
import type { WireBlock, WireElement } from './WireView';

/** The button that reads `label`. @throws Error naming the buttons that are there. */
export function findButton(blocks: WireBlock[], label: string): WireElement {
  const buttons = elementsOf(blocks)
    .map(({ element }) => element)
    .filter(({ type }) => type === 'button');
  const found = buttons.find((button) => textOf(button.text) === label);
  if (found) return found;
  const labels = buttons.map((button) => `"${textOf(button.text)}"`);
  throw new Error(`There is no button "${label}"; there are ${labels.join(', ') || 'none'}`);
}
