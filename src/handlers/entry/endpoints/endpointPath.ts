import type { IAppAccessors } from '@rocket.chat/apps-engine/definition/accessors';

/** The path of an endpoint below the workspace's address, as Rocket.Chat computed it at registration; '' before that. */
export function endpointPath({ providedApiEndpoints }: IAppAccessors, path: string): string {
  return providedApiEndpoints.find((endpoint) => endpoint.path === path)?.computedPath ?? '';
}
