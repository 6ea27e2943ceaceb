import type { AppSettings } from './AppSettings';
import { settingIds } from './settingIds';

/** Our name of the setting with an id; undefined for a setting that is not ours. */
export function parseSettingName(id: string): keyof AppSettings | undefined {
  const names = Object.keys(settingIds) as (keyof AppSettings)[];
  return names.find((name) => settingIds[name] === id);
}
