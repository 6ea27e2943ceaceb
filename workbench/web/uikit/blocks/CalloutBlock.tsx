import { Callout } from '@rocket.chat/fuselage';
import type { CalloutBlock as CalloutLayout } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useTextOf } from '../text/useTextOf';
import { ownElement } from './ownElement';

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
