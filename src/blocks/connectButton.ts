import type { ActionsBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';

/** **Connect WhatsApp Number**: opens the modal. */
export function connectButton(drawing: Drawing): ActionsBlock {
  const blockId = 'setup-connect';
  const connect = button(drawing, {
    blockId,
    actionId: 'connect-number',
    text: drawing.t('setup:connect'),
    style: 'primary',
  });
  return actions(drawing, blockId, [connect]);
}
