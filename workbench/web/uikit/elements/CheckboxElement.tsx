import { Box, CheckBox } from '@rocket.chat/fuselage';
import type { CheckboxElement as CheckboxBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { isPicked } from '../state/isPicked';
import { useElement } from '../state/useElement';

/** Boxes to tick. What travels is the option that was toggled last, ticked or unticked alike. */
export function CheckboxElement({ block, context, renderer }: BlockProps<CheckboxBlock>) {
  const { value, loading, change } = useElement(block, context);
  return (
    <Box>
      {block.options.map((option) => (
        <Box key={option.value} paddingBlock={4}>
          <CheckBox
            disabled={loading}
            value={option.value}
            checked={value !== undefined && isPicked(value, option.value)}
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
