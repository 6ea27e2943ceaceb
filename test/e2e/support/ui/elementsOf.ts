import type { WireBlock, WireElement } from './WireView';

/** All elements of the blocks, each with its block's ids copied down where it has none, as the client does. */
export function elementsOf(blocks: WireBlock[]): { block: WireBlock; element: WireElement }[] {
  return blocks.flatMap((block) => {
    const elements = [...(block.elements ?? []), block.element, block.accessory].filter(
      (element) => element !== undefined,
    );
    return elements.map((element) => ({
      block,
      element: { ...element, appId: element.appId || block.appId, blockId: block.blockId ?? element.blockId },
    }));
  });
}
