import { drawnBlockTypes } from '../../readBlocks';
import type { LintRule } from '../LintRule';

/** A block type that the surface does not know disappears without a word. */
export const blockNotDrawn: LintRule = {
  id: 'block-not-drawn',
  check: ({ surface, blocks }) =>
    blocks
      .filter(({ block }) => drawnBlockTypes[surface].every((type) => type !== block.type))
      .map(({ path, block }) => ({ path, message: `The client does not draw "${block.type}" in a ${surface}.` })),
};
