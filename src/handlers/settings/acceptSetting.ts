import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { ISettingUpdateContext } from '@rocket.chat/apps-engine/definition/settings/ISettingUpdateContext';
import type { Problem } from '../errors/Problem';
import { checkSetting } from './checkSetting';

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
