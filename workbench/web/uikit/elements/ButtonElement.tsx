import { Button, Throbber } from '@rocket.chat/fuselage';
import type { ButtonElement as ButtonBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

/** A button. With a `url` it is a link that opens a tab and still tells the app, without a value. */
export function ButtonElement({ block, context }: BlockProps<ButtonBlock>) {
  const { loading, change } = useElement(block, context);
  const textOf = useTextOf();
  const looks = {
    small: true,
    minWidth: '4ch',
    disabled: loading,
    primary: block.style === 'primary',
    danger: block.style === 'danger',
    success: block.style === 'success',
    warning: block.style === 'warning',
    secondary: block.secondary ?? false,
  };
  const content = loading ? <Throbber /> : textOf(block.text);
  if (block.url) {
    return (
      <Button
        {...looks}
        is="a"
        href={block.url}
        target="_blank"
        rel="noopener noreferrer"
        onClick={() => change(undefined)}
      >
        {content}
      </Button>
    );
  }
  return (
    <Button {...looks} onClick={() => change(block.value ?? '')}>
      {content}
    </Button>
  );
}
