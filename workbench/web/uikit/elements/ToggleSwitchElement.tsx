import { Box, ToggleSwitch } from '@rocket.chat/fuselage';
import type { ToggleSwitchElement as ToggleSwitchBlock } from '@rocket.chat/ui-kit';
import type { BlockProps } from '../BlockProps';
import { isPicked } from '../state/isPicked';
import { useElement } from '../state/useElement';

/** Switches. Without `initialOptions` the whole surface breaks, as in the released client. */
export function ToggleSwitchElement({ block, context, renderer }: BlockProps<ToggleSwitchBlock>) {
  const { value, loading, change } = useElement(block, context);
  return (
    <Box>
      {block.options.map((option) => (
        <Box key={option.value} paddingBlock={4}>
          <ToggleSwitch
            disabled={loading}
            value={option.value}
            checked={isPicked(value, option.value)}
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
