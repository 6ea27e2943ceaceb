import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/core/actionValue';
import type { Drawing } from './elements';
import { actions, button, section } from './elements';
import type { ModalScreen } from './modal';
import { modal } from './modal';

/**
 * What a modal shows while slow work goes on. Rocket.Chat's client accepts changes to a modal only within five seconds
 * of a click, so the person asks for the result with another click.
 *
 * @param meanwhile the sentence below; by default it says that the setup channel gets the result as well
 */
export function progressModal(
  drawing: Drawing,
  { title, doing, meanwhile, viewId }: { title: string; doing: string; meanwhile?: string; viewId: string },
): ModalScreen {
  const { t } = drawing;
  const blockId = 'progress-actions';
  const show = button(drawing, {
    blockId,
    actionId: 'show-progress',
    text: t('connect:showResult'),
    value: encodeValue({ view: viewId }),
    style: 'primary',
  });
  return modal(drawing, {
    title,
    close: t('connect:close'),
    blocks: [
      section(drawing, 'progress', `:hourglass_flowing_sand: ${doing}\n\n${meanwhile ?? t('connect:stillWorking')}`),
      actions(drawing, blockId, [show]),
    ],
  });
}

/** The result of slow work whose view was closed before the work ended, with a button that opens the view again. */
export function lateNotice(drawing: Drawing, { text, viewId }: { text: string; viewId: string }): LayoutBlock[] {
  const blockId = 'late-actions';
  const again = button(drawing, {
    blockId,
    actionId: 'open-again',
    text: drawing.t('connect:openAgain'),
    value: encodeValue({ view: viewId }),
    style: 'primary',
  });
  return [section(drawing, 'late', `:warning: ${text}`), actions(drawing, blockId, [again])];
}
