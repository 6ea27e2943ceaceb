import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { ButtonElement, PlainText } from '@rocket.chat/ui-kit';

/** A modal before it gets its id: what a screen function returns. */
export interface ModalScreen {
  title: PlainText;
  blocks: LayoutBlock[];
  /** Null on the wire: the modal can only be closed. */
  submit: ButtonElement;
  close: ButtonElement;
}
