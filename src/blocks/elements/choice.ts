import type { StaticSelectElement } from '@rocket.chat/ui-kit';
import type { ActionId } from '../../handlers/interactions/ActionId';
import type { Drawing } from '../Drawing';
import { plainText } from './plainText';
import type { Choice } from './selectInput';

interface ChoiceFacts {
  blockId: string;
  actionId: ActionId;
  placeholder: string;
  choices: readonly Choice[];
  /** The one that is chosen; one that is not offered is none. */
  value?: string;
}

/** A select that stands in a row of actions: choosing acts at once. */
export function choice({ appId }: Drawing, facts: ChoiceFacts): StaticSelectElement {
  const { blockId, actionId, placeholder, choices, value } = facts;
  const options = choices.map(({ value: each, text }) => ({ value: each, text: plainText(text) }));
  const initialOption = options.find((option) => option.value === value);
  return {
    type: 'static_select',
    appId,
    blockId,
    actionId,
    placeholder: plainText(placeholder),
    options,
    ...(initialOption ? { initialOption, initialValue: initialOption.value } : {}),
  };
}
