import type { InputBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from '../Drawing';
import { plainText } from './plainText';

/** One choice of a select. */
export interface Choice {
  value: string;
  text: string;
}

interface SelectInputFacts {
  /** Of the block and of the element: the value comes back under both. */
  id: string;
  /** Another id for the element alone. */
  actionId?: string;
  label: string;
  hint?: string;
  placeholder: string;
  choices: readonly Choice[];
  value?: string;
  /** Tells the app of each choice. */
  isLive?: boolean;
}

/** A field with one choice of several. */
export function selectInput({ appId }: Drawing, facts: SelectInputFacts): InputBlock {
  const { id, actionId = id, label, hint, placeholder, choices, value, isLive } = facts;
  const options = choices.map((choice) => ({ value: choice.value, text: plainText(choice.text) }));
  const initialOption = options.find((option) => option.value === value);
  return {
    type: 'input',
    appId,
    blockId: id,
    label: plainText(label),
    ...(hint ? { hint: plainText(hint) } : {}),
    element: {
      type: 'static_select',
      appId,
      blockId: id,
      actionId,
      placeholder: plainText(placeholder),
      options,
      ...(isLive ? { dispatchActionConfig: ['on_item_selected'] } : {}),
      ...(initialOption ? { initialOption, initialValue: initialOption.value } : {}),
    },
  };
}
