import { Box, Callout, Divider } from '@rocket.chat/fuselage';
import type {
  CalloutBlock as CalloutLayout,
  ContextBlock as ContextLayout,
  ImageBlock as ImageLayout,
} from '@rocket.chat/ui-kit';
import { useContext } from 'react';
import { ghostOf } from '../ghostOf';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps } from '../UiKitContext';
import { UiKitContext } from '../UiKitContext';
import { ownElement } from './InputBlock';

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

/** A framed notice; its button or menu sends as a section's does. */
export function CalloutBlock({ block, renderer }: BlockProps<CalloutLayout>) {
  const textOf = useTextOf();
  const accessory = block.accessory && ownElement(block, block.accessory);
  return (
    <Callout
      type={block.variant}
      title={block.title && textOf(block.title)}
      actions={accessory && renderer.renderSectionAccessoryBlockElement(accessory, 0)}
    >
      {renderer.renderTextObject(block.text, 0)}
    </Callout>
  );
}

/** A line. */
export function DividerBlock() {
  return <Divider />;
}
