import { PasswordInput, TextAreaInput, TextInput } from '@rocket.chat/fuselage';
import type { ChangeEvent } from 'react';
import type { SettingFieldProps } from './SettingFieldProps';

/** One or several lines of text; secrets are covered. */
export function TextSetting({ id, setting, value, textOf, onChange }: SettingFieldProps) {
  const props = {
    id,
    value: typeof value === 'string' ? value : '',
    placeholder: setting.i18nPlaceholder && textOf(setting.i18nPlaceholder),
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.target.value),
  };
  if (setting.type === 'password') {
    return <PasswordInput {...props} />;
  }
  return setting.multiline || setting.type === 'code' ? (
    <TextAreaInput dir="auto" {...props} rows={4} />
  ) : (
    <TextInput dir="auto" {...props} />
  );
}
