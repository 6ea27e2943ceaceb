import { Box } from '@rocket.chat/fuselage';
import type { ImageBlock as ImageLayout } from '@rocket.chat/ui-kit';
import { useContext } from 'react';
import type { BlockProps } from '../BlockProps';
import { UiKitContext } from '../UiKitContext';
import { useTextOf } from '../text/useTextOf';

/** A picture with its title above, at most 360 px high; as wide as it is, within the surface. */
export function ImageBlock({ block }: BlockProps<ImageLayout>) {
  const { surface } = useContext(UiKitContext);
  const textOf = useTextOf();
  const align = surface === 'message' ? 'flex-start' : 'center';
  return (
    <Box display="flex" flexDirection="column" alignItems={align}>
      {block.title && (
        <Box fontScale="c1" color="hint" marginBlockEnd={4} alignSelf={align}>
          {textOf(block.title)}
        </Box>
      )}
      <Box is="img" src={block.imageUrl} alt={block.altText} maxWidth="full" maxHeight="x360" />
    </Box>
  );
}
