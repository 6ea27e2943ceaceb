import { Box, Button, Field, FieldError, FieldHint, FieldLabel, FieldRow } from '@rocket.chat/fuselage';
import type { ActionsBlock as ActionsLayout, InputBlock as InputLayout } from '@rocket.chat/ui-kit';
import { useContext, useState } from 'react';
import { words } from '../../words';
import { ghostOf } from '../ghostOf';
import { useTextOf } from '../text/useTextOf';
import type { BlockProps } from '../UiKitContext';
import { UiKitContext } from '../UiKitContext';

/** Elements whose control has the action id as its id, so that the label can name it. */
const LABELLED: ReadonlySet<string> = new Set(['plain_text_input', 'datepicker', 'time_picker']);

/** A field: label, element, error, hint. */
export function InputBlock({ block, renderer }: BlockProps<InputLayout>) {
  const { errors, ghosts } = useContext(UiKitContext);
  const textOf = useTextOf();
  const element = ownElement(block, block.element);
  const error = errors[element.actionId];
  return (
    <Field>
      <FieldLabel htmlFor={LABELLED.has(element.type) ? element.actionId : undefined}>{textOf(block.label)}</FieldLabel>
      <FieldRow>{renderer.renderInputBlockElement(element, 0) ?? ghostOf(element, ghosts)}</FieldRow>
      {error && <FieldError role="alert">{error}</FieldError>}
      {block.hint && <FieldHint>{textOf(block.hint)}</FieldHint>}
    </Field>
  );
}

const SHOWN_AT_FIRST = 5;
const WIDE = { flexGrow: 1, flexShrink: 1, flexBasis: '45%' };

/** Elements in a row. More than five hide behind "Show more...", except in a banner. */
export function ActionsBlock({ block, renderer }: BlockProps<ActionsLayout>) {
  const { surface, ghosts } = useContext(UiKitContext);
  const [folded, setFolded] = useState(block.elements.length > SHOWN_AT_FIRST && surface !== 'banner');
  const elements = folded ? block.elements.slice(0, SHOWN_AT_FIRST) : block.elements;
  return (
    <Box display="flex" flexWrap="wrap" margin={-4}>
      {elements.map((element, index) => {
        const own = ownElement(block, element);
        return (
          <Box key={element.actionId || index} display="flex" margin={4} {...(element.type === 'button' ? {} : WIDE)}>
            {renderer.renderActionsBlockElement(own, index) ?? ghostOf(own, ghosts)}
          </Box>
        );
      })}
      {folded && (
        <Box display="flex" margin={4}>
          <Button small onClick={() => setFolded(false)}>
            {words.uikit.showMore}
          </Button>
        </Box>
      )}
    </Box>
  );
}

/**
 * An element with the app and block ids of its block where it has none of its own: apps set them on blocks only, and an
 * interaction has to name both.
 */
export function ownElement<TElement extends object>(
  block: { readonly appId?: string; readonly blockId?: string },
  element: TElement,
): TElement & { readonly appId: string; readonly blockId: string } {
  const ownId = (key: string) => {
    const value: unknown = Reflect.get(element, key);
    return typeof value === 'string' ? value : '';
  };
  return { ...element, appId: ownId('appId') || block.appId || '', blockId: ownId('blockId') || block.blockId || '' };
}
