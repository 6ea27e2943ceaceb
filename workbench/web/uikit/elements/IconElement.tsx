import { FramedIcon, Icon } from '@rocket.chat/fuselage';
import type { FrameableIconElement } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';

const COLORS = {
  default: 'default',
  danger: 'status-font-on-danger',
  secondary: 'secondary-info',
  warning: 'status-font-on-warning',
} as const;

/** A symbol in an info card, framed or bare. */
export function IconElement({ block }: BlockProps<FrameableIconElement>) {
  if (block.framed) {
    return (
      <FramedIcon
        icon={block.icon}
        danger={block.variant === 'danger'}
        warning={block.variant === 'warning'}
        neutral={block.variant === 'default' || block.variant === 'secondary'}
      />
    );
  }
  return <Icon name={block.icon} size={20} color={COLORS[block.variant]} />;
}
