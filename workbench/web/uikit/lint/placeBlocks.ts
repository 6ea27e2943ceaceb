import { pickList } from '../../state/pick';
import { isBlock } from './isBlock';
import type { PlacedBlock } from './PlacedBlock';

/** The blocks that this client draws, conditionals unwrapped. */
export function placeBlocks(blocks: readonly unknown[]): readonly PlacedBlock[] {
  return blocks.flatMap((block, index): readonly PlacedBlock[] => {
    const path = `blocks[${index}]`;
    if (!isBlock(block)) {
      return [];
    }
    if (block.type !== 'conditional') {
      return [{ path, block }];
    }
    const engines = pickList(block, 'when', 'engine');
    return engines.length > 0 && !engines.includes('rocket.chat')
      ? []
      : pickList(block, 'render').flatMap((inner, at) =>
          isBlock(inner) ? [{ path: `${path}.render[${at}]`, block: inner }] : [],
        );
  });
}
