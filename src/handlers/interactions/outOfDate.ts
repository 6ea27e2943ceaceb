import { actions } from '../../blocks/elements/actions';
import { button } from '../../blocks/elements/button';
import { noticeModal } from '../../blocks/noticeModal';
import type { Drawing } from '../../blocks/Drawing';
import type { ModalScreen } from '../../blocks/ModalScreen';
import { encodeValue } from './actionValue';

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
