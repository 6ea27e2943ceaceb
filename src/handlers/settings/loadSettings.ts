import { readSettings } from './readSettings';
import { settingIds } from './settingIds';

/**
 * Reads all settings, at the same time: the engine has no call for all of them, each is a round trip.
 * @param readValue reads the raw value with an id, for instance `ISettingRead.getValueById`
 */
export async function loadSettings(
  readValue: (id: string) => Promise<unknown>,
): Promise<ReturnType<typeof readSettings>> {
  const ids = Object.values(settingIds);
  const values = await Promise.all(ids.map(readValue));
  return readSettings(Object.fromEntries(ids.map((id, index) => [id, values[index]])));
}
