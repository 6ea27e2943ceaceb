import type { OptionType } from '@rocket.chat/fuselage';
import { Button, IconButton, Options, PositionAnimated, Throbber, useCursor } from '@rocket.chat/fuselage';
import type {
  ButtonElement as ButtonBlock,
  IconButtonElement as IconButtonBlock,
  OverflowElement as OverflowBlock,
} from '@rocket.chat/ui-kit';
import { useRef } from 'react';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps } from '../UiKitContext';

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

/** A "⋮" menu. An option with a `url` opens it and still tells the app. */
export function OverflowElement({ block, context }: BlockProps<OverflowBlock>) {
  const { loading, change } = useElement(block, context);
  const textOf = useTextOf();
  const anchor = useRef<HTMLElement>(null);
  const options = block.options.map(({ value, text, url }): OptionType => [
    value,
    textOf(text),
    undefined,
    undefined,
    undefined,
    url,
  ]);
  const pick = (picked: OptionType) => {
    const url = picked[5];
    if (url) {
      window.open(url, '_blank', 'noopener');
    }
    change(String(picked[0]));
  };
  const [cursor, onKeyDown, onKeyUp, reset, [visible, hide, show]] = useCursor(-1, options, (option, [, close]) => {
    pick(option);
    close();
  });
  return (
    <>
      <IconButton
        ref={anchor}
        small
        icon="kebab"
        disabled={loading}
        onClick={() => {
          anchor.current?.focus();
          show();
        }}
        onBlur={hide}
        onKeyUp={onKeyUp}
        onKeyDown={onKeyDown}
      />
      <PositionAnimated width="auto" visible={visible} anchor={anchor} placement="bottom-start">
        <Options
          options={options}
          cursor={cursor}
          onSelect={(option) => {
            pick(option);
            reset();
            hide();
          }}
        />
      </PositionAnimated>
    </>
  );
}
