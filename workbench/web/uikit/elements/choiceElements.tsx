import { Box, CheckBox, RadioButton, ToggleSwitch } from '@rocket.chat/fuselage';
import type {
  CheckboxElement as CheckboxBlock,
  RadioButtonElement as RadioButtonBlock,
  ToggleSwitchElement as ToggleSwitchBlock,
} from '@rocket.chat/ui-kit';
import { isPicked } from '../state/elementValues';
import { useElement } from '../state/useElement';
import type { BlockProps } from '../UiKitContext';

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
