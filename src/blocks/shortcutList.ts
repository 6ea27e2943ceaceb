import type { SectionBlock } from '@rocket.chat/ui-kit';
import { COMMAND, subcommandNames } from '../handlers/commands/commandNames';
import type { Drawing } from './Drawing';
import { section } from './elements/section';

/** What can be typed, one line each. */
export function shortcutList(drawing: Drawing): SectionBlock {
  const { t } = drawing;
  const lines = subcommandNames.map(
    (name, index) => `${index + 1}. ${t(`commands:${name}`, { command: `/${COMMAND} ${name}` })}`,
  );
  return section(drawing, 'shortcuts', [t('commands:intro'), ...lines].join('\n'));
}
