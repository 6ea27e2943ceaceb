import { Box, Button } from '@rocket.chat/fuselage';
import type { ActionsBlock as ActionsLayout } from '@rocket.chat/ui-kit';
import { useContext, useState } from 'react';
import { words } from '../../words';
import type { BlockProps } from '../BlockProps';
import { ghostOf } from '../ghostOf';
import { UiKitContext } from '../UiKitContext';
import { ownElement } from './ownElement';

const SHOWN_AT_FIRST = 5;
const WIDE = { flexGrow: 1, flexShrink: 1, flexBasis: '45%' };

/** Elements in a row. More than five hide behind "Show more...", except in a banner. */
export function ActionsBlock({ block, renderer }: BlockProps<ActionsLayout>) {
  const { surface, ghosts } = useContext(UiKitContext);
  const [folded, setFolded] = useState(block.elements.length > SHOWN_AT_FIRST && surface !== 'banner');
  const elements = folded ? block.elements.slice(0, SHOWN_AT_FIRST) : block.elements;
  return (
    <Box display="flex" flexWrap="wrap" margin={-4}>
      {elements.map((element, index) => {
        const own = ownElement(block, element);
        return (
          <Box key={element.actionId || index} display="flex" margin={4} {...(element.type === 'button' ? {} : WIDE)}>
            {renderer.renderActionsBlockElement(own, index) ?? ghostOf(own, ghosts)}
          </Box>
        );
      })}
      {folded && (
        <Box display="flex" margin={4}>
          <Button small onClick={() => setFolded(false)}>
            {words.uikit.showMore}
          </Button>
        </Box>
      )}
    </Box>
  );
}
