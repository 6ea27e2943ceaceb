import { InputBox } from '@rocket.chat/fuselage';
import type { TimePickerElement as TimePickerBlock } from '@rocket.chat/ui-kit';
import type { ChangeEvent } from 'react';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

/** A time of day, `HH:MM` in 24 hours. */
export function TimePickerElement({ block, context }: BlockProps<TimePickerBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  return (
    <InputBox
      id={block.actionId}
      name={block.actionId}
      type="time"
      value={typeof value === 'string' ? value : ''}
      disabled={loading}
      error={error}
      placeholder={textOf(block.placeholder)}
      aria-label={textOf(block.placeholder) || undefined}
      onChange={(event: ChangeEvent<HTMLInputElement>) => change(event.target.value)}
    />
  );
}
