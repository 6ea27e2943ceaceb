import type { ActionsBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './Drawing';
import { section } from './elements/section';
import { modal } from './modal';
import type { ModalScreen } from './ModalScreen';

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
