import { Box } from '@rocket.chat/fuselage';
import { BlockContext } from '@rocket.chat/ui-kit';
import type { ImageElement as ImageElementBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';

/** A small picture: 20 px in a context, 88 px beside a section, as a background that covers its square. */
export function ImageElement({ block, context }: BlockProps<ImageElementBlock>) {
  const size = context === BlockContext.CONTEXT ? 20 : 88;
  return (
    <Box
      is="img"
      src={block.imageUrl}
      alt={block.altText}
      width={size}
      height={size}
      borderRadius="x4"
      style={{ display: 'block', objectFit: 'cover' }}
    />
  );
}
