import { Box } from '@rocket.chat/fuselage';
import type { ContextBlock as ContextLayout } from '@rocket.chat/ui-kit';
import { useContext } from 'react';
import type { BlockProps } from '../BlockProps';
import { ghostOf } from '../ghostOf';
import { UiKitContext } from '../UiKitContext';

/** Small grey texts and pictures in a row. */
export function ContextBlock({ block, renderer }: Pick<BlockProps<ContextLayout>, 'block' | 'renderer'>) {
  const { ghosts } = useContext(UiKitContext);
  return (
    <Box display="flex" alignItems="center" flexWrap="wrap" margin={-4}>
      {block.elements.map((element, index) => (
        <Box key={index} is="span" display="flex" alignItems="center" margin={4} fontScale="c1" color="hint">
          {renderer.renderContextBlockElement(element, index) ?? ghostOf(element, ghosts)}
        </Box>
      ))}
    </Box>
  );
}
