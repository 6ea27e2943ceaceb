import {
  Box,
  Field,
  FieldHint,
  FieldLabel,
  FieldRow,
  InputBox,
  MultiSelect,
  PasswordInput,
  Select,
  TextAreaInput,
  TextInput,
  ToggleSwitch,
} from '@rocket.chat/fuselage';
import type { ChangeEvent, ComponentType } from 'react';
import { useId } from 'react';
import { Markdown } from '../../../markdown/Markdown';
import type { Setting, SettingValue } from './Setting';

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

/** What the control of each type of setting gets. */
type SettingFieldProps = {
  readonly id: string;
  readonly setting: Setting;
  readonly value: SettingValue | undefined;
  readonly label: string;
  readonly textOf: (key: string) => string;
  readonly onChange: (value: SettingValue) => void;
};

/** On or off. */
function BooleanSetting({ id, value, onChange }: SettingFieldProps) {
  return <ToggleSwitch id={id} checked={value === true} onChange={() => onChange(value !== true)} />;
}

/** A whole number. */
function NumberSetting({ id, value, onChange }: SettingFieldProps) {
  return (
    <InputBox
      id={id}
      type="number"
      value={typeof value === 'number' ? String(value) : ''}
      onChange={(event: ChangeEvent<HTMLInputElement>) => onChange(Number(event.target.value))}
    />
  );
}

/** One of several. */
function SelectSetting({ id, setting, value, label, textOf, onChange }: SettingFieldProps) {
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

/** Some of several. */
function MultiSelectSetting({ id, setting, value, label, textOf, onChange }: SettingFieldProps) {
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

/** The control of each type of setting; any other is a text. */
const settingFields: Readonly<Record<string, ComponentType<SettingFieldProps>>> = {
  boolean: BooleanSetting,
  int: NumberSetting,
  select: SelectSetting,
  multiSelect: MultiSelectSetting,
};

/** One or several lines of text; secrets are covered. */
function TextSetting({ id, setting, value, textOf, onChange }: SettingFieldProps) {
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
