import type { IConfigurationExtend, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import type { IOutboundPhoneMessageProvider } from '@rocket.chat/apps-engine/definition/outboundCommunication';
import type { ISlashCommand } from '@rocket.chat/apps-engine/definition/slashcommands';
import type { HostMaker } from '../core/Host';
import { settingDefinitions } from '../core/settings/settings';
import { createProvider } from '../outbound/provider/createProvider';
import { createCommand } from './commands/runCommand';
import { createEndpoint } from './endpoints/createEndpoint';
import { endpoints } from './endpoints/endpoints';
import { actionButtons } from './interactions/pressButton';
import { createProcessor, jobs } from './jobs/jobs';

/** Registers everything in the tables with Rocket.Chat: settings, the slash command, endpoints, jobs and buttons. */
export async function register(app: IApp, configuration: IConfigurationExtend, makeHost: HostMaker): Promise<void> {
  for (const setting of settingDefinitions) {
    await configuration.settings.provideSetting(setting);
  }
  const provided = (visibility: 'private' | 'public') =>
    endpoints.filter((row) => row.visibility === visibility).map((row) => createEndpoint(app, makeHost, row));
  await configuration.api.provideApi({
    visibility: ApiVisibility.PRIVATE,
    security: ApiSecurity.UNSECURE,
    endpoints: provided('private'),
  });
  await configuration.api.provideApi({
    visibility: ApiVisibility.PUBLIC,
    security: ApiSecurity.UNSECURE,
    endpoints: provided('public'),
  });
  await configuration.scheduler.registerProcessors(jobs.map((row) => createProcessor(app, makeHost, row)));
  for (const { button } of Object.values(actionButtons)) {
    configuration.ui.registerButton(button);
  }
  await provideOutbound(configuration, createProvider(app, makeHost), app.getLogger());
  await provideCommand(configuration, createCommand(app, makeHost));
}

/**
 * Rocket.Chat's Outbound Messages (engine 1.55, licence). Without them, the app's own ways to send templates do the
 * same.
 */
async function provideOutbound(
  configuration: IConfigurationExtend,
  provider: IOutboundPhoneMessageProvider,
  logger: Pick<ILogger, 'debug'>,
): Promise<void> {
  try {
    // Older engines lack the accessor or the method; without the permission the call throws or rejects.
    await configuration.outboundCommunication.registerPhoneProvider(provider);
  } catch (error) {
    logger.debug('Outbound Messages are not offered:', String(error));
  }
}

/**
 * The engine keeps the commands of a disabled app, refuses them when the app is enabled again, and stops there. So the
 * command is registered last, and a command that already exists is not an error.
 */
async function provideCommand(configuration: IConfigurationExtend, command: ISlashCommand): Promise<void> {
  try {
    await configuration.slashCommands.provideSlashCommand(command);
  } catch (error) {
    if (!(error instanceof Error && error.message.includes('already exists'))) {
      throw error;
    }
  }
}
