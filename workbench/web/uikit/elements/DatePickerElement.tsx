import { InputBox } from '@rocket.chat/fuselage';
import type { DatePickerElement as DatePickerBlock } from '@rocket.chat/ui-kit';
import type { ChangeEvent } from 'react';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

/** A day, `YYYY-MM-DD`. */
export function DatePickerElement({ block, context }: BlockProps<DatePickerBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  return (
    <InputBox
      id={block.actionId}
      name={block.actionId}
      type="date"
      value={typeof value === 'string' ? value : ''}
      disabled={loading}
      error={error}
      placeholder={textOf(block.placeholder)}
      aria-label={textOf(block.placeholder) || undefined}
      onChange={(event: ChangeEvent<HTMLInputElement>) => change(event.target.value)}
    />
  );
}
