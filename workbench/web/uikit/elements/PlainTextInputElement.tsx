import { TextAreaInput, TextInput } from '@rocket.chat/fuselage';
import type { PlainTextInputElement as PlainTextInputBlock } from '@rocket.chat/ui-kit';
import type { ChangeEvent } from 'react';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

/** A text field of one or several lines. */
export function PlainTextInputElement({ block, context }: BlockProps<PlainTextInputBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  const props = {
    id: block.actionId,
    name: block.actionId,
    value: typeof value === 'string' ? value : '',
    disabled: loading,
    error,
    placeholder: textOf(block.placeholder),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => change(event.target.value),
  };
  return block.multiline ? <TextAreaInput {...props} rows={6} /> : <TextInput {...props} />;
}
