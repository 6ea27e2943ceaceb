import type { InputBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from '../Drawing';
import { plainText } from './plainText';

interface TextInputFacts {
  /** Of the block and of the element: the value comes back under both. */
  id: string;
  /** Another id for the element alone. */
  actionId?: string;
  label: string;
  hint?: string;
  placeholder?: string;
  value?: string;
  multiline?: boolean;
  /** Tells the app of each character. */
  isLive?: boolean;
}

/** A field for text. */
export function textInput({ appId }: Drawing, facts: TextInputFacts): InputBlock {
  const { id, actionId = id, label, hint, placeholder, value, multiline, isLive } = facts;
  return {
    type: 'input',
    appId,
    blockId: id,
    label: plainText(label),
    ...(hint ? { hint: plainText(hint) } : {}),
    element: {
      type: 'plain_text_input',
      appId,
      blockId: id,
      actionId,
      ...(isLive ? { dispatchActionConfig: ['on_character_entered'] } : {}),
      ...(placeholder ? { placeholder: plainText(placeholder) } : {}),
      ...(value ? { initialValue: value } : {}),
      ...(multiline ? { multiline } : {}),
    },
  };
}
