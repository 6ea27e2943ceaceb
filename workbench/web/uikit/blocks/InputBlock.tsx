import { Field, FieldError, FieldHint, FieldLabel, FieldRow } from '@rocket.chat/fuselage';
import type { InputBlock as InputLayout } from '@rocket.chat/ui-kit';
import { useContext } from 'react';
import type { BlockProps } from '../BlockProps';
import { ghostOf } from '../ghostOf';
import { UiKitContext } from '../UiKitContext';
import { useTextOf } from '../text/useTextOf';
import { ownElement } from './ownElement';

/** Elements whose control has the action id as its id, so that the label can name it. */
const LABELLED: ReadonlySet<string> = new Set(['plain_text_input', 'datepicker', 'time_picker']);

/** A field: label, element, error, hint. */
export function InputBlock({ block, renderer }: BlockProps<InputLayout>) {
  const { errors, ghosts } = useContext(UiKitContext);
  const textOf = useTextOf();
  const element = ownElement(block, block.element);
  const error = errors[element.actionId];
  return (
    <Field>
      <FieldLabel htmlFor={LABELLED.has(element.type) ? element.actionId : undefined}>{textOf(block.label)}</FieldLabel>
      <FieldRow>{renderer.renderInputBlockElement(element, 0) ?? ghostOf(element, ghosts)}</FieldRow>
      {error && <FieldError role="alert">{error}</FieldError>}
      {block.hint && <FieldHint>{textOf(block.hint)}</FieldHint>}
    </Field>
  );
}
