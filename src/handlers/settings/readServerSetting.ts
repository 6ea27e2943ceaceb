import type { IEnvironmentRead } from '@rocket.chat/apps-engine/definition/accessors';

/**
 * How a server refuses a setting that it does not have, or that its host hides (`SETTINGS_HIDDEN`): its bridge, and the
 * engine.
 */
const UNREADABLE = /not readable|unaccessible/i;

/**
 * Reads a setting of the workspace. One round trip.
 *
 * @returns undefined for a setting that the server does not have or hides: the app goes on with its default
 * @throws what else goes wrong, which may be gone the next time
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
