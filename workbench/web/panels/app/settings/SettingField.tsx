import { Box, Field, FieldHint, FieldLabel, FieldRow } from '@rocket.chat/fuselage';
import { useId } from 'react';
import { Markdown } from '../../../markdown/Markdown';
import type { Setting, SettingValue } from './Setting';
import { settingFields } from './settingFields';
import { TextSetting } from './TextSetting';

/** One setting with its label and description. */
export function SettingField({
  setting,
  value,
  textOf,
  onChange,
}: {
  readonly setting: Setting;
  readonly value: SettingValue | undefined;
  readonly textOf: (key: string) => string;
  readonly onChange: (value: SettingValue) => void;
}) {
  const id = useId();
  const label = textOf(setting.i18nLabel || setting.id);
  const Control = settingFields[setting.type] ?? TextSetting;
  const control = <Control id={id} setting={setting} value={value} label={label} textOf={textOf} onChange={onChange} />;
  const name = (
    <FieldLabel htmlFor={id} required={setting.required}>
      {label}
    </FieldLabel>
  );
  return (
    <Field data-setting={setting.id}>
      {setting.type === 'boolean' ? (
        <FieldRow>
          {name}
          {control}
        </FieldRow>
      ) : (
        <>
          {name}
          <FieldRow>{control}</FieldRow>
        </>
      )}
      {setting.i18nDescription && (
        <FieldHint>
          <Box is="span">
            <Markdown source={textOf(setting.i18nDescription)} emoticons={false} />
          </Box>
        </FieldHint>
      )}
    </Field>
  );
}
