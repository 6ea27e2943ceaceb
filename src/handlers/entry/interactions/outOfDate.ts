import type { Drawing } from '../../../blocks/elements';
import { actions, button } from '../../../blocks/elements';
import type { ModalScreen } from '../../../blocks/modal';
import { noticeModal } from '../../../blocks/modal';
import { encodeValue } from '../../core/actionValue';

/** Says that a step cannot go on, because it was finished, forgotten or made by another version, and offers a new start. */
export function outOfDate(drawing: Drawing, flow?: string): ModalScreen {
  const { t } = drawing;
  const blockId = 'out-of-date';
  const again = button(drawing, {
    blockId,
    actionId: 'start-again',
    text: t('connect:startAgain'),
    value: encodeValue({ flow }),
    style: 'primary',
  });
  return noticeModal(drawing, {
    title: t('connect:noticeTitle'),
    text: t('connect:outOfDate'),
    then: flow === 'connect' ? actions(drawing, blockId, [again]) : undefined,
  });
}
