import { Box } from '@rocket.chat/fuselage';
import type { LayoutBlock, RenderableLayoutBlock } from '@rocket.chat/ui-kit';
import { Fragment, useContext } from 'react';
import { ghostOf } from './ghostOf';
import type { Surface } from './readBlocks';
import { UiKitContext } from './UiKitContext';
import { WorkbenchRenderer } from './WorkbenchRenderer';

const renderers: Record<Surface, WorkbenchRenderer> = {
  message: new WorkbenchRenderer('message'),
  modal: new WorkbenchRenderer('modal'),
  contextualBar: new WorkbenchRenderer('contextualBar'),
  banner: new WorkbenchRenderer('banner'),
};

/** Blocks of a conditional are drawn when it is meant for this client; conditionals inside it are not looked into. */
const unwrapped = (block: LayoutBlock): readonly RenderableLayoutBlock[] => {
  if (block.type !== 'conditional') {
    return [block];
  }
  const engines = block.when?.engine;
  return !engines || engines.includes('rocket.chat') ? block.render : [];
};

const SPACE: Record<Surface, { marginBlockEnd: number; marginBlockStart?: number }> = {
  message: { marginBlockEnd: 16 },
  modal: { marginBlockEnd: 16 },
  contextualBar: { marginBlockEnd: 16 },
  banner: { marginBlockStart: 8, marginBlockEnd: 8 },
};

/** The blocks of a surface, one below the other. */
export function SurfaceBlocks({ blocks }: { readonly blocks: readonly LayoutBlock[] }) {
  const { surface, ghosts } = useContext(UiKitContext);
  const renderer = renderers[surface];
  return (
    <>
      {blocks.flatMap(unwrapped).map((block, index) => {
        const [drawn] = renderer.render([block]);
        const shown = drawn ?? ghostOf(block, ghosts);
        return shown ? (
          <Box key={index} data-block={block.blockId} {...SPACE[surface]}>
            {shown}
          </Box>
        ) : (
          <Fragment key={index} />
        );
      })}
    </>
  );
}
