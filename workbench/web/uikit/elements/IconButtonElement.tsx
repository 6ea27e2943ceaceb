import { IconButton } from '@rocket.chat/fuselage';
import type { IconButtonElement as IconButtonBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';

/** The action at the end of an info card's row. */
export function IconButtonElement({ block, context }: BlockProps<IconButtonBlock>) {
  const { loading, change } = useElement(block, context);
  const props = {
    small: true,
    icon: block.icon.icon,
    title: block.label,
    disabled: loading,
    danger: block.icon.variant === 'danger',
    warning: block.icon.variant === 'warning',
    secondary: block.icon.variant === 'secondary',
  };
  if (block.url) {
    return <IconButton {...props} is="a" href={block.url} target="_blank" onClick={() => change(undefined)} />;
  }
  return <IconButton {...props} onClick={() => change(block.value ?? '')} />;
}
