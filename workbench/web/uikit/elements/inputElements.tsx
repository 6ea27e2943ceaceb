import { Box, Button, ButtonGroup, InputBox, TextAreaInput, TextInput } from '@rocket.chat/fuselage';
import type {
  DatePickerElement as DatePickerBlock,
  LinearScaleElement as LinearScaleBlock,
  PlainTextInputElement as PlainTextInputBlock,
  TimePickerElement as TimePickerBlock,
} from '@rocket.chat/ui-kit';
import type { ChangeEvent } from 'react';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps } from '../UiKitContext';

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

/** A day, `YYYY-MM-DD`. */
export function DatePickerElement(props: BlockProps<DatePickerBlock>) {
  return <DayOrTime {...props} type="date" />;
}

/** A time of day, `HH:MM` in 24 hours. */
export function TimePickerElement(props: BlockProps<TimePickerBlock>) {
  return <DayOrTime {...props} type="time" />;
}

function DayOrTime({
  block,
  context,
  type,
}: BlockProps<DatePickerBlock | TimePickerBlock> & { readonly type: 'date' | 'time' }) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  return (
    <InputBox
      id={block.actionId}
      name={block.actionId}
      type={type}
      value={typeof value === 'string' ? value : ''}
      disabled={loading}
      error={error}
      placeholder={textOf(block.placeholder)}
      aria-label={textOf(block.placeholder) || undefined}
      onChange={(event: ChangeEvent<HTMLInputElement>) => change(event.target.value)}
    />
  );
}

/** Buttons from `minValue` to `maxValue` (0 to 10 unless told); the value is the number as a string. */
export function LinearScaleElement({ block, context }: BlockProps<LinearScaleBlock>) {
  const { value, loading, error, change } = useElement(block, context);
  const textOf = useTextOf();
  const { minValue = 0, maxValue = 10, preLabel, postLabel } = block;
  const points = Array.from({ length: Math.max(maxValue - minValue + 1, 1) }, (_, step) => String(minValue + step));
  const picked = typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  return (
    <Box display="flex" alignItems="center">
      {preLabel && (
        <Box fontScale="c2" paddingInlineEnd={8} textAlign="start">
          {textOf(preLabel)}
        </Box>
      )}
      <ButtonGroup align="center">
        {points.map((point) => (
          <Button
            key={point}
            small
            minWidth="4ch"
            marginInline={2}
            flexShrink={1}
            className={point === picked ? 'active' : undefined}
            aria-pressed={point === picked}
            disabled={loading}
            danger={Boolean(error)}
            onClick={() => change(point)}
          >
            {point}
          </Button>
        ))}
      </ButtonGroup>
      {postLabel && (
        <Box fontScale="c2" paddingInlineStart={8} textAlign="end">
          {textOf(postLabel)}
        </Box>
      )}
    </Box>
  );
}
