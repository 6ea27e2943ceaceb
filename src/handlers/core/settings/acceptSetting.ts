import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type { Problem } from '../errors/Problem';
import type { Result } from '../errors/Result';
import { cleanText } from '../pasted';
import { parseSetting, parseSettingName } from './readSettings';

/**
 * Lets a setting be saved as it should be, without blanks around it; an unusable value leaves the setting as it was. The
 * engine swallows what this event throws and would then save the bad value, so the reason is handed back to be told
 * elsewhere.
 */
export function acceptSetting({ oldSetting, newSetting }: ISettingUpdateContext): {
  setting: ISetting;
  problem?: Problem;
} {
  const checked = checkSetting(newSetting.id, newSetting.value);
  const before: unknown = oldSetting.value ?? oldSetting.packageValue;
  return checked.ok
    ? { setting: { ...newSetting, value: checked.value } }
    : { setting: { ...newSetting, value: before }, problem: checked.error };
}

/**
 * Whether a value may be saved; for `onPreSettingUpdate`. The accepted value is the raw one, without blanks around it and
 * invisible characters in it. A setting that is not this app's is accepted as it is.
 */
export function checkSetting(id: string, value: unknown): Result<unknown> {
  const name = parseSettingName(id);
  if (name === undefined) {
    return { ok: true, value };
  }
  const meant = typeof value === 'string' ? cleanText(value) : value;
  const parsed = parseSetting(name, meant);
  return parsed.ok ? { ok: true, value: meant } : parsed;
}
