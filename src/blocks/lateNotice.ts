import type { LayoutBlock } from '@rocket.chat/ui-kit';
import { encodeValue } from '../handlers/interactions/actionValue';
import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';

/** What slow work came to when nobody waited for it any more, and a button that opens its view again. */
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
