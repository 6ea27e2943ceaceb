import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

/**
 * The error for a setting that does not exist or is hidden by the host (`SETTINGS_HIDDEN`). The server's bridge and the
 * engine word it differently.
 */
const UNREADABLE = /not readable|unaccessible/i;

/**
 * Reads a setting of the workspace. One round trip.
 *
 * @returns undefined for a setting that the server does not have or hides; the app then uses its default
 * @throws any other error, which may be temporary
 */
export async function readServerSetting(environment: IEnvironmentRead, id: string): Promise<unknown> {
  try {
    const value: unknown = await environment.getServerSettings().getValueById(id);
    return value;
  } catch (error) {
    if (UNREADABLE.test(error instanceof Error ? error.message : String(error))) {
      return undefined;
    }
    throw error;
  }
}
