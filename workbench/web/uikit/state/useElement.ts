import { BlockContext } from '@rocket.chat/ui-kit';
import type { ActionableElement } from '@rocket.chat/ui-kit';
import { useContext, useState } from 'react';
import { UiKitContext } from '../UiKitContext';
import { initialValue } from './elementValues';

/** The state of one element and the way to change it. */
export type ElementState = {
  readonly value: unknown;
  /** True while the app answers. */
  readonly loading: boolean;
  readonly error: string | undefined;
  readonly change: (value: unknown) => void;
};

const shown = (before: unknown, next: unknown): unknown => {
  if (!Array.isArray(before) || Array.isArray(next)) {
    return next;
  }
  const list: unknown[] = before;
  return list.includes(next) ? list.filter((value) => value !== next) : [...list, next];
};

/**
 * State of an element as the released client keeps it. In an actions block or as an accessory, and with
 * `on_item_selected`, a change is sent at once and the element is busy until the answer; a text field with
 * `on_character_entered` is sent without becoming busy, which keeps the focus; everything else waits for the submit.
 *
 * The value that is shown is the element's own and is read from the view only when the element appears: a later
 * `modal.update` with another initial value changes nothing.
 */
export function useElement(element: ActionableElement, context: BlockContext): ElementState {
  const { values, errors, appId, action, updateState } = useContext(UiKitContext);
  const [value, setValue] = useState<unknown>(values[element.actionId]?.value ?? initialValue(element));
  const [loading, setLoading] = useState(false);
  const { dispatchActionConfig } = element;
  const dispatches = (event: string) =>
    Array.isArray(dispatchActionConfig) && dispatchActionConfig.some((name) => name === event);

  const sent = (next: unknown) => ({
    appId: element.appId || appId || 'core',
    blockId: element.blockId || undefined,
    actionId: element.actionId,
    value: next,
  });

  const sendOnTyping = async (next: unknown) => {
    setValue(next);
    updateState?.(sent(next));
    await action({ ...sent(next), dispatchActionConfig });
  };

  const sendNow = async (next: unknown) => {
    setLoading(true);
    setValue(shown(value, next));
    updateState?.(sent(next));
    try {
      await action(sent(next));
    } finally {
      setLoading(false);
    }
  };

  const remember = (next: unknown) => {
    setValue(next);
    updateState?.(sent(next));
  };

  const change = (next: unknown) => {
    if (element.type === 'plain_text_input' && dispatches('on_character_entered')) {
      void sendOnTyping(next);
    } else if (context === BlockContext.SECTION || context === BlockContext.ACTION || dispatches('on_item_selected')) {
      void sendNow(next);
    } else {
      remember(next);
    }
  };

  return { value, loading, error: errors[element.actionId], change };
}
