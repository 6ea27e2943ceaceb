import type { ActionsBlock, ButtonElement, LayoutBlock, PlainText } from '@rocket.chat/ui-kit';
import type { Drawing } from './elements';
import { button, inOrder, plainText, section } from './elements';

/** A modal before it gets its id: what a screen function returns. */
export interface ModalScreen {
  title: PlainText;
  blocks: LayoutBlock[];
  /** Null on the wire: the modal can only be closed. */
  submit: ButtonElement;
  close: ButtonElement;
}

interface ModalFacts {
  title: string;
  blocks: LayoutBlock[];
  close: string;
  submit?: string;
  submitStyle?: ButtonElement['style'];
}

/** Removes the button of an earlier screen of the view: Rocket.Chat's client draws whatever is truthy. */
// @ts-expect-error -- the published type only knows a view as it is opened
const noSubmit: ButtonElement = null;

/** A modal; without a submit text it can only be closed. */
export function modal(drawing: Drawing, { title, blocks, close, submit, submitStyle }: ModalFacts): ModalScreen {
  const blockId = 'view';
  const styled = submitStyle ? { style: submitStyle } : {};
  return {
    title: plainText(inOrder(drawing, title)),
    blocks,
    close: button(drawing, { blockId, actionId: 'close-view', text: close }),
    // An update is merged into the open view, so a button that is only left out would stay.
    submit: submit ? button(drawing, { blockId, actionId: 'submit-view', text: submit, ...styled }) : noSubmit,
  };
}

/** A modal that says one thing and can be closed. */
export function noticeModal(
  drawing: Drawing,
  { title, text, then }: { title: string; text: string; then?: ActionsBlock },
): ModalScreen {
  return modal(drawing, {
    title,
    close: drawing.t('connect:close'),
    blocks: [section(drawing, 'notice', text), ...(then ? [then] : [])],
  });
}
