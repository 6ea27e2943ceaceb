import type { ActionsBlock, ButtonElement } from '@rocket.chat/ui-kit';
import type { Drawing } from '../Drawing';

/** A row of buttons. */
export function actions({ appId }: Drawing, blockId: string, elements: ButtonElement[]): ActionsBlock {
  return { type: 'actions', appId, blockId, elements };
}
