import { IconButton, Options, PositionAnimated, useCursor } from '@rocket.chat/fuselage';
import type { OptionType } from '@rocket.chat/fuselage';
import type { OverflowElement as OverflowBlock } from '@rocket.chat/ui-kit';
import { useRef } from 'react';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

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
