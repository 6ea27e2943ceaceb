import type { IApiEndpointMetadata } from '@rocket.chat/apps-engine/definition/api/IApiEndpointMetadata';
import type { IAppInfo } from '@rocket.chat/apps-engine/definition/metadata/IAppInfo';

/** An installed app as REST shows it. `status` in Rocket.Chat's words: `manually_enabled`, `error_disabled`, … */
export type AppView = IAppInfo & {
  status: string;
  enabled: boolean;
  /** The hash in addresses of private endpoints. */
  privateHash: string;
  apis: IApiEndpointMetadata[];
  languages: Record<string, object>;
  permissionsGranted: { name: string }[];
  installedAt: Date;
};
