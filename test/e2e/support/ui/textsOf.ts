import { textOf } from './textOf';
import type { WireBlock } from './WireView';

/** Everything that a person reads in these blocks, in order; empty texts left out. */
export function textsOf(blocks: WireBlock[]): string[] {
  return blocks
    .flatMap((block) => [
      textOf(block.title),
      textOf(block.label),
      textOf(block.text),
      ...(block.fields ?? []).map(textOf),
      ...[...(block.elements ?? []), block.element, block.accessory].flatMap((element) =>
        element ? [textOf(element.text), ...(element.options ?? []).map((option) => option.text.text)] : [],
      ),
      textOf(block.hint),
    ])
    .filter((text) => text !== '');
}
