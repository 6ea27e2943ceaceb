import type { ISetting } from '@rocket.chat/apps-engine/definition/settings';
import type { Translate } from '../translation/Translate';
import { checkSetting } from './checkSetting';

/**
 * Lets a setting be saved as it should be, without blanks around it.
 *
 * @throws an Error with a sentence for the admin: the engine then saves nothing
 */
export function acceptSetting(setting: ISetting, t: Translate): ISetting {
  const checked = checkSetting(setting.id, setting.value);
  if (!checked.ok) {
    throw new Error(t(checked.error.key, checked.error.params));
  }
  return { ...setting, value: checked.value };
}
