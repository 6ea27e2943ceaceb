import type { ComponentType } from 'react';
import { BooleanSetting } from './BooleanSetting';
import { MultiSelectSetting } from './MultiSelectSetting';
import { NumberSetting } from './NumberSetting';
import { SelectSetting } from './SelectSetting';
import type { SettingFieldProps } from './SettingFieldProps';

/** The control of each type of setting; any other is a text. */
export const settingFields: Readonly<Record<string, ComponentType<SettingFieldProps>>> = {
  boolean: BooleanSetting,
  int: NumberSetting,
  select: SelectSetting,
  multiSelect: MultiSelectSetting,
};
