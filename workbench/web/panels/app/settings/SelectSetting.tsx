import { Select } from '@rocket.chat/fuselage';
import type { SettingFieldProps } from './SettingFieldProps';

/** One of several. */
export function SelectSetting({ id, setting, value, label, textOf, onChange }: SettingFieldProps) {
  return (
    <Select
      id={id}
      aria-label={label}
      options={setting.values.map(({ key, i18nLabel }) => [key, textOf(i18nLabel)] as const)}
      value={typeof value === 'string' ? value : null}
      onChange={onChange}
    />
  );
}
