import type { AppSettings } from './AppSettings';
import { parseSetting } from './parseSetting';
import type { SettingCorrection } from './SettingCorrection';
import { settingIds } from './settingIds';
import { settings } from './settings';

/**
 * Reads one raw value into what the app uses. Where it is missing or of no use the default stands in, and what was
 * wrong is reported; a missing one is not wrong.
 *
 * @throws Error when its own schema refuses the default, which is our bug
 */
export function readSetting<Name extends keyof AppSettings>(
  name: Name,
  raw: unknown,
): { value: AppSettings[Name]; correction?: SettingCorrection } {
  const id = settingIds[name];
  const preset: unknown = settings[id]?.packageValue;
  const given = parseSetting(name, raw ?? preset);
  if (given.ok) {
    return { value: given.value };
  }
  const fallback = parseSetting(name, preset);
  if (!fallback.ok) {
    throw new Error(`The default of ${id} is refused by its own schema.`);
  }
  return { value: fallback.value, correction: { id, ...given.error } };
}
