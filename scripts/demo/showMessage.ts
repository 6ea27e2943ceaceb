import type { WireMessage } from '../../test/e2e/support/WireDocuments';
import { elementsOf, textOf, textsOf } from '../../test/e2e/support/ui/blocks';

/** A message as a person reads it in the room: blocks instead of the text where it has some, buttons in brackets. */
export function showMessage({ msg, blocks = [] }: WireMessage): string {
  if (blocks.length === 0) return msg;
  const buttons = elementsOf(blocks)
    .filter(({ element }) => element.type === 'button')
    .map(({ element }) => textOf(element.text));
  const read = textsOf(blocks).filter((text) => !buttons.includes(text));
  const row = buttons.map((label) => `[${label}]`).join(' ');
  return [...read, row].filter((line) => line !== '').join('\n');
}
