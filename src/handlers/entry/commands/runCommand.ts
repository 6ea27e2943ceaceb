import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { ISlashCommand, SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { Scene } from '../../../flows/Flow';
import { sayToUser } from '../../../flows/sayToUser';
import { COMMAND } from '../../core/commandNames';
import { guarded } from '../../core/hideSecrets';
import type { Host, HostMaker } from '../../core/Host';
import { translatorOf } from '../../core/translator';
import { isAllowed, refusals, withRoles } from '../../omnichannel/roles';
import { ensureSetupRoom } from '../../omnichannel/setupRoom';
import { help, subcommands } from './subcommands';
import { lookUp } from '../../core/text';

/** Runs a slash command: its first word selects the row in the table of sub-commands. */
export async function runCommand(host: Host, context: SlashCommandContext): Promise<void> {
  const [name = 'help', ...rest] = context.getArguments().filter((word) => word !== '');
  const scene = {
    host,
    user: await withRoles(host, context.getSender()),
    t: await translatorOf(host),
    stage: '',
    room: context.getRoom(),
  };
  const word = name.toLowerCase();
  const subcommand = lookUp(subcommands, word);
  const call = { scene, triggerId: context.getTriggerId() ?? '', words: rest };
  if (!subcommand) {
    await help(call, name);
  } else if (!(await isAllowed(host, subcommand.who, scene.user))) {
    await sayToUser(scene, scene.t(refusalsOfCommands[subcommand.who]));
  } else {
    await subcommand.run(call);
    if (subcommand.who === 'admin') {
      await showSetupRoom(scene);
    }
  }
}

/** The sentence for somebody who may not use a sub-command. A command belongs to no particular conversation. */
const refusalsOfCommands = { ...refusals, agent: 'errors:agentsOnly' };

/** Tells an admin where the setup channel is, if the admin is new to the app or the channel was deleted or archived. */
async function showSetupRoom(scene: Scene): Promise<void> {
  const { room, isNew } = await ensureSetupRoom(scene.host, scene.user);
  if (isNew) {
    await sayToUser(scene, scene.t('setup:channelIs', { channel: room.slugifiedName }));
  }
}

/**
 * The slash command as Rocket.Chat registers it. Its `app` is replaced by the engine for every call with one that has
 * the log of this call.
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
