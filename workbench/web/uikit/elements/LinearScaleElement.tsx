import { Box, Button, ButtonGroup } from '@rocket.chat/fuselage';
import type { LinearScaleElement as LinearScaleBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';
import { useTextOf } from '../text/useTextOf';

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
