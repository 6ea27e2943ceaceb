import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';
import type { Choice } from './elements/selectInput';
import { modal } from './modal';
import type { ModalScreen } from './ModalScreen';
import { encodeValue } from '../handlers/interactions/actionValue';

/** From which connected number something is sent. @param numbers digits, and what people read */
export function numberChoice(drawing: Drawing, numbers: readonly Choice[]): ModalScreen {
  const { t } = drawing;
  return modal(drawing, {
    title: t('templates:listTitle'),
    close: t('connect:close'),
    blocks: [
      section(drawing, 'which-number', t('templates:whichNumber')),
      ...numbers.map(({ value, text }, at) => {
        const blockId = `number-${at}`;
        const number = encodeValue({ number: value });
        return actions(drawing, blockId, [
          button(drawing, { blockId, actionId: `choose-number.${at}`, text, value: number }),
        ]);
      }),
    ],
  });
}
