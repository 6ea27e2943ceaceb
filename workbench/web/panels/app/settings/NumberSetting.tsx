import { InputBox } from '@rocket.chat/fuselage';
import type { ChangeEvent } from 'react';
import type { SettingFieldProps } from './SettingFieldProps';

/** A whole number. */
export function NumberSetting({ id, value, onChange }: SettingFieldProps) {
  return (
    <InputBox
      id={id}
      type="number"
      value={typeof value === 'number' ? String(value) : ''}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(Number(event.target.value))}
    />
  );
}
