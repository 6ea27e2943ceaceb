import { isView } from '@rocket.chat/ui-kit';
import { pick, pickList } from '../../state/pick';
import type { LintBlock, LintRule } from './LintRule';
import { isBlock } from './LintRule';

const ID = 'linted';

const owned = (element: unknown) => (isBlock(element) ? { appId: ID, blockId: ID, ...element } : element);

/** Apps leave the ids of elements to the client; ui-kit's own guard wants them on each element. */
const withIds = (block: LintBlock): object => ({
  appId: ID,
  blockId: ID,
  ...block,
  ...(block['elements'] !== undefined && { elements: pickList(block, 'elements').map(owned) }),
  ...(block['tabs'] !== undefined && { tabs: pickList(block, 'tabs').map(owned) }),
  ...(block['element'] !== undefined && { element: owned(pick(block, 'element')) }),
  ...(block['accessory'] !== undefined && { accessory: owned(pick(block, 'accessory')) }),
});

/** Blocks that ui-kit's own guard does not accept. It says no more than that, so each block is asked for by itself. */
export const guardRejects: LintRule = {
  id: 'ui-kit-guard',
  check: ({ blocks }) =>
    blocks
      .filter(({ block }) => !isView({ appId: ID, blocks: [withIds(block)] }))
      .map(({ path, block }) => ({ path, message: `ui-kit does not accept this "${block.type}".` })),
};
