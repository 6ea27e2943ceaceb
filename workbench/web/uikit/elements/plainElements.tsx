import { Box, FramedIcon, Icon } from '@rocket.chat/fuselage';
import type {
  FrameableIconElement,
  ImageElement as ImageElementBlock,
  Markdown as MarkdownText,
  PlainText,
} from '@rocket.chat/ui-kit';
import { BlockContext } from '@rocket.chat/ui-kit';
import { Markdown } from '../../markdown/Markdown';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps } from '../UiKitContext';

/** `plain_text`: verbatim. */
export function PlainTextElement({ text }: { readonly text: PlainText }) {
  return <>{useTextOf()(text)}</>;
}

/** `mrkdwn`: message markup, without turning ":)" into a picture. */
export function MarkdownElement({ text }: { readonly text: MarkdownText }) {
  return <Markdown source={useTextOf()(text)} emoticons={false} />;
}

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
