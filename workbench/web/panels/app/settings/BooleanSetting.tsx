import { ToggleSwitch } from '@rocket.chat/fuselage';
import type { SettingFieldProps } from './SettingFieldProps';

/** On or off. */
export function BooleanSetting({ id, value, onChange }: SettingFieldProps) {
  return <ToggleSwitch id={id} checked={value === true} onChange={() => onChange(value !== true)} />;
}
