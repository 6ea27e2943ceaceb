import type { Setting, SettingValue } from './Setting';

/** What the control of each type of setting gets. */
export type SettingFieldProps = {
  readonly id: string;
  readonly setting: Setting;
  readonly value: SettingValue | undefined;
  readonly label: string;
  readonly textOf: (key: string) => string;
  readonly onChange: (value: SettingValue) => void;
};
