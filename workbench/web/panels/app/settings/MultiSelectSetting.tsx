import { MultiSelect } from '@rocket.chat/fuselage';
import type { SettingFieldProps } from './SettingFieldProps';

/** Some of several. */
export function MultiSelectSetting({ id, setting, value, label, textOf, onChange }: SettingFieldProps) {
  return (
    <MultiSelect
      id={id}
      aria-label={label}
      options={setting.values.map(({ key, i18nLabel }) => [key, textOf(i18nLabel)] as const)}
      value={Array.isArray(value) ? value : []}
      onChange={onChange}
    />
  );
}
