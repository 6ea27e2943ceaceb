import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { HostMaker } from '../HostMaker';
import { COMMAND } from './COMMAND';
import { runCommand } from './runCommand';

/** The slash command as Rocket.Chat registers it. */
export function createCommand(makeHost: HostMaker): ISlashCommand {
  return {
    command: COMMAND,
    i18nParamsExample: 'command_params',
    i18nDescription: 'command_description',
    providesPreview: false,
    executor: (context, read, modify, http, persistence) =>
      runCommand(makeHost({ read, modify, http, persistence }), context),
  };
}
