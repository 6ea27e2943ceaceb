import type { LayoutBlock } from '@rocket.chat/ui-kit';
import type { Drawing } from './Drawing';
import { actions } from './elements/actions';
import { button } from './elements/button';
import { section } from './elements/section';

/** The bot's first message: is there a 360dialog account? */
export function setupQuestion(drawing: Drawing): LayoutBlock[] {
  const { t } = drawing;
  const blockId = 'setup-account';
  return [
    section(drawing, 'setup-welcome', t('setup:welcome')),
    section(drawing, 'setup-question', t('setup:question')),
    actions(drawing, blockId, [
      button(drawing, { blockId, actionId: 'account-yes', text: t('setup:yes'), style: 'primary' }),
      button(drawing, { blockId, actionId: 'account-no', text: t('setup:no'), style: 'primary' }),
    ]),
  ];
}
