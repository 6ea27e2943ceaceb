import { Box, RadioButton } from '@rocket.chat/fuselage';
import type { RadioButtonElement as RadioButtonBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { useElement } from '../state/useElement';

/** One of several. */
export function RadioButtonElement({ block, context, renderer }: BlockProps<RadioButtonBlock>) {
  const { value, loading, change } = useElement(block, context);
  return (
    <Box>
      {block.options.map((option) => (
        <Box key={option.value} paddingBlock={4}>
          <RadioButton
            disabled={loading}
            value={option.value}
            checked={value === option.value}
            onChange={() => change(option.value)}
          />
          <Box is="label" paddingInlineStart={8}>
            {renderer.renderTextObject(option.text, 0)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
