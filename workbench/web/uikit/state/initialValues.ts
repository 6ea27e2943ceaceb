import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { ElementValues } from '../ElementValues';
import { initialValue } from './initialValue';
import { isActionable } from './isActionable';

const partsOf = (block: LayoutBlock): readonly object[] => {
  if ('element' in block) {
    return [block.element];
  }
  return 'elements' in block ? block.elements : [];
};

/**
 * The values that a freshly opened view starts with: one for each element of `input` and `actions` blocks. Section
 * accessories have none until they are used.
 */
export function initialValues(blocks: readonly LayoutBlock[]): ElementValues {
  return Object.fromEntries(
    blocks.flatMap((block) =>
      partsOf(block)
        .filter(isActionable)
        .map((element) => [element.actionId, { value: initialValue(element), blockId: block.blockId }]),
    ),
  );
}
