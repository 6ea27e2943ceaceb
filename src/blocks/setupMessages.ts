import type { ActionsBlock, LayoutBlock, SectionBlock } from '@rocket.chat/ui-kit';
import { COMMAND, subcommandNames } from '../handlers/core/commandNames';
import type { Drawing } from './elements';
import { actions, button, section } from './elements';

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

/** Steps that lead to an API key, and the button to connect with it. */
export function connectSteps(drawing: Drawing, steps: { intro: string; steps: readonly string[] }): LayoutBlock[] {
  const list = steps.steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
  return [section(drawing, 'setup-steps', `${steps.intro}\n\n${list}`), connectButton(drawing)];
}

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

/** The sub-commands, one line each. */
export function shortcutList(drawing: Drawing): SectionBlock {
  const { t } = drawing;
  const lines = subcommandNames.map(
    (name, index) => `${index + 1}. ${t(`commands:${name}`, { command: `/${COMMAND} ${name}` })}`,
  );
  return section(drawing, 'shortcuts', [t('commands:intro'), ...lines].join('\n'));
}
