import type { ButtonElement, LayoutBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './Drawing';
import { button } from './elements/button';
import { plainText } from './elements/plainText';
import type { ModalScreen } from './ModalScreen';

interface ModalFacts {
  title: string;
  blocks: LayoutBlock[];
  close: string;
  submit?: string;
  submitStyle?: ButtonElement['style'];
}

/** Takes the button away that an earlier screen of the view had (Rocket.Chat's client draws what is truthy). */
// @ts-expect-error -- the published type only knows a view as it is opened
const noSubmit: ButtonElement = null;

/** A modal; without a submit text it can only be closed. */
export function modal(drawing: Drawing, { title, blocks, close, submit, submitStyle }: ModalFacts): ModalScreen {
  const blockId = 'view';
  const styled = submitStyle ? { style: submitStyle } : {};
  return {
    title: plainText(title),
    blocks,
    close: button(drawing, { blockId, actionId: 'close-view', text: close }),
    // An update is merged into the view that is open: a button that is only left out would stay.
    submit: submit ? button(drawing, { blockId, actionId: 'submit-view', text: submit, ...styled }) : noSubmit,
  };
}
