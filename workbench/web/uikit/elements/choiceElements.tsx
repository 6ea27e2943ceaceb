import { Box, CheckBox, RadioButton, ToggleSwitch } from '@rocket.chat/fuselage';
import type {
  CheckboxElement as CheckboxBlock,
  Option,
  RadioButtonElement as RadioButtonBlock,
  ToggleSwitchElement as ToggleSwitchBlock,
} from '@rocket.chat/ui-kit';
import type { ReactNode } from 'react';
import { isPicked } from '../state/elementValues';
import { useElement } from '../state/useElement';
import type { BlockProps } from '../UiKitContext';

/** Boxes to tick. What travels is the option that was toggled last, ticked or unticked alike. */
export function CheckboxElement({ block, context, renderer }: BlockProps<CheckboxBlock>) {
  const { value, loading, change } = useElement(block, context);
  return (
    <OptionList options={block.options} renderer={renderer}>
      {(option) => (
        <CheckBox
          disabled={loading}
          value={option}
          checked={value !== undefined && isPicked(value, option)}
          onChange={() => change(option)}
        />
      )}
    </OptionList>
  );
}

/** One of several. */
export function RadioButtonElement({ block, context, renderer }: BlockProps<RadioButtonBlock>) {
  const { value, loading, change } = useElement(block, context);
  return (
    <OptionList options={block.options} renderer={renderer}>
      {(option) => (
        <RadioButton disabled={loading} value={option} checked={value === option} onChange={() => change(option)} />
      )}
    </OptionList>
  );
}

/** Switches. Without `initialOptions` the whole surface breaks, as in the released client. */
export function ToggleSwitchElement({ block, context, renderer }: BlockProps<ToggleSwitchBlock>) {
  const { value, loading, change } = useElement(block, context);
  return (
    <OptionList options={block.options} renderer={renderer}>
      {(option) => (
        <ToggleSwitch
          disabled={loading}
          value={option}
          checked={isPicked(value, option)}
          onChange={() => change(option)}
        />
      )}
    </OptionList>
  );
}

/** Options below each other, each with its control before its words. */
function OptionList({
  options,
  renderer,
  children,
}: {
  readonly options: readonly Option[];
  readonly renderer: BlockProps<CheckboxBlock>['renderer'];
  readonly children: (value: string) => ReactNode;
}) {
  return (
    <Box>
      {options.map(({ value, text }) => (
        <Box key={value} paddingBlock={4}>
          {children(value)}
          <Box is="label" paddingInlineStart={8}>
            {renderer.renderTextObject(text, 0)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
