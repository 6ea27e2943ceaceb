import type { IConfigurationExtend } from '@rocket.chat/apps-engine/definition/accessors';
import { ApiSecurity, ApiVisibility } from '@rocket.chat/apps-engine/definition/api';
import type { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { createCommand } from './commands/createCommand';
import { createEndpoint } from './endpoints/createEndpoint';
import { endpoints } from './endpoints/endpoints';
import type { HostMaker } from './HostMaker';
import { createProcessor } from './jobs/createProcessor';
import { jobs } from './jobs/jobs';
import { settingDefinitions } from './settings/settingDefinitions';

/** Tells Rocket.Chat of everything in the tables: settings, the slash command, endpoints and jobs. */
export async function register(app: IApp, configuration: IConfigurationExtend, makeHost: HostMaker): Promise<void> {
  for (const setting of settingDefinitions) {
    await configuration.settings.provideSetting(setting);
  }
  await configuration.slashCommands.provideSlashCommand(createCommand(app, makeHost));
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
  await configuration.scheduler.registerProcessors(jobs.map((row) => createProcessor(makeHost, row)));
}
