import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import { COMMAND } from '../../core/commandNames';
import { guarded } from '../../core/hideSecrets';
import type { HostMaker } from '../../core/Host';
import { runCommand } from './runCommand';

/**
 * The slash command as Rocket.Chat registers it. It carries the app: the engine replaces that, for every call, by one
 * that has the log of this call.
 */
export function createCommand(app: IApp, makeHost: HostMaker): ISlashCommand & { app: IApp } {
  return {
    app,
    command: COMMAND,
    i18nParamsExample: 'command_params',
    i18nDescription: 'command_description',
    providesPreview: false,
    async executor(context, read, modify, http, persistence) {
      const logger = this.app.getLogger();
      await guarded(() => runCommand(makeHost({ read, modify, http, persistence, logger }), context));
    },
  };
}
